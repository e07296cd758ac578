#pragma once

#include <QString>

namespace nc {

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

} // namespace nc
