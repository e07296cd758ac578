#pragma once

#include <QByteArray>

namespace nc {

struct MergedText {
    QByteArray text; ///< stretches that both changed differently stand there twice, between marks as git sets them
    int conflicts = 0;
};

/// Joins two changes of one text, line by line. What only one side changed is taken, what both changed alike is taken
/// once, the rest is marked. The labels stand behind the marks.
MergedText mergeTexts(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs,
    const QByteArray& mineLabel, const QByteArray& theirsLabel);

} // namespace nc
