#pragma once

#include "core/task.h"

#include <QString>

#include <optional>

namespace nc {

struct PublishSource;

/// Where the content of a template's directory comes from: the commit that the clone stands at, and whether the
/// directory differs from it.
struct TemplateOrigin {
    QString commit; ///< full id; empty before the first commit
    bool dirty = false;

    /// The commit is exactly what is on disk.
    bool isCommitted() const { return !commit.isEmpty() && !dirty; }
    /// `1a2b3c4d5e6f`, `1a2b3c4d5e6f+` where the directory differs from it.
    QString shortText() const { return commit.left(12) + (dirty ? QStringLiteral("+") : QString()); }

    friend bool operator==(const TemplateOrigin&, const TemplateOrigin&) = default;
};

/// Fills in `origin` of each source. Ask after the files were read: an edit in between then counts as dirty, never the
/// other way round. A regulation outside any clone leaves them empty; so does a clone that may not or cannot be looked
/// at (somebody else's): then the reason is given, which is no hindrance to a plan, but has to be said.
/// `regulation`: its folder, or its notifications/ folder. Blocks; any thread. errors::gitFailed, cancelled.
Result<std::optional<Error>> tellOrigins(
    QList<PublishSource>& sources, const QString& regulation, const TaskContext& context);

} // namespace nc
