#pragma once

#include "cli/command.h"
#include "render/templateengine.h"
#include "templates/source/publishable.h"

namespace nc::cli {

/// The template that a verb's second argument names. errors::badTemplateName.
Result<TemplateKey> templateArgument(const Arguments& arguments);

/// That template, prepared (not checked). errors::templateNotFound, errors::notPreparable with the reason, or the
/// helper's errors.
Result<PublishableTemplate> preparedTemplate(
    const QString& folder, const TemplateKey& key, TemplateEngine& engine, const Environment& env);

} // namespace nc::cli
