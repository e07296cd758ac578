#pragma once

#include "cli/command.h"
#include "preview/samplesets.h"
#include "templates/source/template.h"

namespace nc::cli {

/// What a verb of `templates sample` works on.
struct SamplePlace {
    TemplateKey key;
    SampleSets sets;
    QString name; ///< of the set; empty for verbs without one
};

/// From the positional arguments DIR CHANNEL/NAME [SET]. errors::badTemplateName.
Result<SamplePlace> samplePlace(const Arguments& arguments, const Environment& env);

/// --data, --sample, --event: where a template's parameters come from.
QList<OptionSpec> dataOptions();
/// Their names, for a rule.
QStringList dataOptionNames();
/// The parameters as a JSON object's bytes. Errors of reading, of SampleSets, of fetchTemplateEvent().
Result<QByteArray> readDataOption(const Arguments& arguments, Environment& env);

} // namespace nc::cli
