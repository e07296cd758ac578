#pragma once

#include "preview/draftcheck.h"

namespace nc {

/// The parameters that a template is previewed with; nothing where none were kept. Reads a small file.
std::optional<QByteArray> keptSample(const QString& configFolder, const QString& regulation, const TemplateKey& key);

/// A stored text (as it stands in a row, or would) rendered with a template's sample data: what the preview shows.
/// Where no set is kept, one is made from what the text reads. Blocks; any thread; errors of the helper, cancelled.
struct StoredText {
    TemplateKey key;
    QByteArray content;
    std::optional<QString> title;
    QMap<QString, QString> attributes;
};
Result<DraftPreview> renderStored(TemplateEngine& engine, const StoredText& stored,
    const std::optional<QByteArray>& sample, const TaskContext& context);

/// The same as lines to compare: title, attributes of a push, the words; a failure in words of the platform's engine.
QByteArray readerLines(const DraftPreview& preview, Channel channel);

} // namespace nc
