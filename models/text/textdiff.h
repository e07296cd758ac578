#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace nc {

/// One line of a comparison. Lines end at "\n" alone, so a changed "\r" is a change; `text` is without the "\n".
struct DiffLine {
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    int oldLine = 0; ///< from 1; 0 where the line is not in the old text
    int newLine = 0; ///< from 1; 0 where the line is not in the new text
    QByteArray text;
    bool endsFile = false; ///< the last line of its text, without a line end

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// A stretch of changes with the lines around it.
struct DiffHunk {
    int oldStart = 0; ///< first line, from 1 (0: nothing of the old text)
    int oldCount = 0;
    int newStart = 0;
    int newCount = 0;
    QList<DiffLine> lines;
};

/// One row of a comparison side by side; a changed line has both sides and the stretch in which they differ.
struct SideBySideRow {
    enum class Kind : std::uint8_t { Same, Changed, Removed, Added };

    Kind kind = Kind::Same;
    int leftLine = 0; ///< from 1; 0: empty side
    int rightLine = 0;
    QString left;
    QString right;
    /// Kind::Changed: what differs, in UTF-16 units from the start; the same text stands before and behind it.
    qsizetype leftFrom = 0;
    qsizetype leftLength = 0;
    qsizetype rightFrom = 0;
    qsizetype rightLength = 0;
};

struct SideBySideHunk {
    int leftStart = 0;
    int rightStart = 0;
    QList<SideBySideRow> rows;
};

/// All lines of both texts, with the fewest changes (Myers). Texts that have almost nothing in common are not searched
/// to the end: the result is then right but not the shortest, in bounded time. Memory grows with the lines only.
QList<DiffLine> diffLines(const QByteArray& oldText, const QByteArray& newText);

/// Only the changes with `context` lines around them (< 0: everything in one hunk). Empty when nothing differs.
QList<DiffHunk> diffHunks(const QByteArray& oldText, const QByteArray& newText, int context = 3);

/// As `diff -u` prints it, `\ No newline at end of file` included; patch(1) and git take it. Empty when nothing
/// differs. The names are written as they are: give "a/path", "b/path", or "/dev/null" for a side that is not there.
QByteArray unifiedDiff(const QByteArray& oldText, const QByteArray& newText, const QString& oldName,
    const QString& newName, int context = 3);

/// The same changes for two columns.
QList<SideBySideHunk> sideBySide(const QByteArray& oldText, const QByteArray& newText, int context = 3);

} // namespace nc
