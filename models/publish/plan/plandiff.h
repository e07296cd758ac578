#pragma once

#include "publish/plan/publishplan.h"
#include "publish/plan/publishsource.h"

namespace nc {

/// Title and attributes as a text of lines (`title: …`, `attributes.<name>: …`), for comparing.
QByteArray metadataText(const std::optional<QString>& title, const QMap<QString, QString>& attributes);

/// What an update or a creation changes, as `diff -u` writes it: published on the left, the directory's on the right;
/// the content, and title with attributes as a second file. Empty for what does not change.
QByteArray planDiff(const PlanItem& item, const PublishSource& source, const QByteArray& publishedContent);

} // namespace nc
