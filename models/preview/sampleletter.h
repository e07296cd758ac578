#pragma once

#include "render/templateengine.h"
#include "templates/source/template.h"

namespace nc {

/// What a recipient would get of one template, for a test letter.
struct SampleLetter {
    QString title; ///< empty: the template has none
    QString text;
    bool isHtml = false;
};

/// Makes it from the template as it is in the regulation. `data`: a JSON object; without it the sample data that were
/// kept for the template in `configFolder`, or a made-up value for everything it reads.
/// Blocks. errors::templateNotFound, notPreparable with the reason, badSampleData, those of rendering, the helper's.
Result<SampleLetter> sampleLetter(TemplateEngine& engine, const QString& regulation, const QString& configFolder,
    const TemplateKey& key, std::optional<QByteArray> data, const TaskContext& task);

} // namespace nc
