#include "text/textdiff.h"

#include "text/linematcher.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Lines {
    std::vector<QByteArrayView> lines;
    bool lastEnds = true; ///< the last line has its line end
};

Lines split(const QByteArray& text)
{
    Lines result;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype at = text.indexOf('\n', from);
        const qsizetype end = at < 0 ? text.size() : at;
        result.lines.push_back(QByteArrayView(text).sliced(from, end - from));
        result.lastEnds = at >= 0;
        from = end + 1;
    }
    return result;
}

/// Numbers for lines, so that comparing them is comparing integers. A last line without its end is another line.
void number(const Lines& old, const Lines& fresh, std::vector<int>& a, std::vector<int>& b)
{
    QHash<QByteArrayView, int> known;
    const auto run = [&](const Lines& side, std::vector<int>& out) {
        out.reserve(side.lines.size());
        for (std::size_t i = 0; i < side.lines.size(); ++i) {
            int id = known.value(side.lines[i], -1);
            if (id < 0) {
                id = static_cast<int>(known.size());
                known.insert(side.lines[i], id);
            }
            const bool cut = i + 1 == side.lines.size() && !side.lastEnds;
            out.push_back(id * 2 + (cut ? 1 : 0));
        }
    };
    run(old, a);
    run(fresh, b);
}

QString range(int start, int count)
{
    return count == 1 ? QString::number(start) : u"%1,%2"_s.arg(start).arg(count);
}

QString shown(const QByteArray& text)
{
    return QString::fromUtf8(text.endsWith('\r') ? text.chopped(1) : text);
}

SideBySideRow changedRow(const DiffLine& removed, const DiffLine& added)
{
    SideBySideRow row{
        SideBySideRow::Kind::Changed, removed.oldLine, added.newLine, shown(removed.text), shown(added.text)};
    const qsizetype shorter = std::min(row.left.size(), row.right.size());
    qsizetype front = 0;
    while (front < shorter && row.left[front] == row.right[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && row.left[row.left.size() - 1 - back] == row.right[row.right.size() - 1 - back])
        ++back;
    row.leftFrom = row.rightFrom = front;
    row.leftLength = row.left.size() - front - back;
    row.rightLength = row.right.size() - front - back;
    return row;
}

} // namespace

QList<DiffLine> diffLines(const QByteArray& oldText, const QByteArray& newText)
{
    const Lines old = split(oldText);
    const Lines fresh = split(newText);
    std::vector<int> a;
    std::vector<int> b;
    number(old, fresh, a, b);
    const std::vector<LineMatch> matches = matchLines(a, b);

    QList<DiffLine> out;
    out.reserve(static_cast<qsizetype>(a.size() + b.size()));
    std::size_t i = 0;
    std::size_t j = 0;
    const auto removeUpTo = [&](std::size_t end) {
        for (; i < end; ++i)
            out.append(
                {DiffLine::Kind::Removed, static_cast<int>(i) + 1, 0, old.lines[i].toByteArray(), a[i] % 2 == 1});
    };
    const auto addUpTo = [&](std::size_t end) {
        for (; j < end; ++j)
            out.append(
                {DiffLine::Kind::Added, 0, static_cast<int>(j) + 1, fresh.lines[j].toByteArray(), b[j] % 2 == 1});
    };
    for (const LineMatch& match : matches) {
        removeUpTo(match.a);
        addUpTo(match.b);
        for (std::size_t n = 0; n < match.length; ++n, ++i, ++j)
            out.append({DiffLine::Kind::Same, static_cast<int>(i) + 1, static_cast<int>(j) + 1,
                old.lines[i].toByteArray(), a[i] % 2 == 1});
    }
    removeUpTo(a.size());
    addUpTo(b.size());
    return out;
}

QList<DiffHunk> diffHunks(const QByteArray& oldText, const QByteArray& newText, int context)
{
    QList<DiffHunk> hunks;
    if (oldText == newText)
        return hunks;
    const QList<DiffLine> lines = diffLines(oldText, newText);
    const qsizetype around = context < 0 ? lines.size() : context;
    qsizetype done = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        // From the context before this change to the one behind the last change that is near enough.
        const qsizetype first = std::max(done, i - around);
        qsizetype last = i;
        for (qsizetype k = i; k < lines.size() && k - last <= 2 * around + 1; ++k) {
            if (lines[k].kind != DiffLine::Kind::Same)
                last = k;
        }
        done = std::min(lines.size(), last + around + 1);
        DiffHunk hunk;
        for (qsizetype k = first; k < done; ++k) {
            const DiffLine& line = lines[k];
            hunk.lines.append(line);
            if (line.oldLine > 0 && ++hunk.oldCount == 1)
                hunk.oldStart = line.oldLine;
            if (line.newLine > 0 && ++hunk.newCount == 1)
                hunk.newStart = line.newLine;
        }
        // A side without lines is placed behind the line before it, as diff does.
        for (qsizetype k = first; k-- > 0 && (hunk.oldCount == 0 || hunk.newCount == 0);) {
            if (hunk.oldCount == 0 && hunk.oldStart == 0)
                hunk.oldStart = lines[k].oldLine;
            if (hunk.newCount == 0 && hunk.newStart == 0)
                hunk.newStart = lines[k].newLine;
            if ((hunk.oldCount > 0 || hunk.oldStart > 0) && (hunk.newCount > 0 || hunk.newStart > 0))
                break;
        }
        hunks.append(hunk);
        i = done - 1;
    }
    return hunks;
}

QByteArray unifiedDiff(
    const QByteArray& oldText, const QByteArray& newText, const QString& oldName, const QString& newName, int context)
{
    const QList<DiffHunk> hunks = diffHunks(oldText, newText, context);
    if (hunks.isEmpty())
        return {};
    QByteArray out = "--- " + oldName.toUtf8() + "\n+++ " + newName.toUtf8() + '\n';
    for (const DiffHunk& hunk : hunks) {
        out +=
            u"@@ -%1 +%2 @@\n"_s.arg(range(hunk.oldStart, hunk.oldCount), range(hunk.newStart, hunk.newCount)).toUtf8();
        for (const DiffLine& line : hunk.lines) {
            out += line.kind == DiffLine::Kind::Same ? ' ' : line.kind == DiffLine::Kind::Removed ? '-' : '+';
            out += line.text + '\n';
            if (line.endsFile)
                out += "\\ No newline at end of file\n";
        }
    }
    return out;
}

QList<SideBySideHunk> sideBySide(const QByteArray& oldText, const QByteArray& newText, int context)
{
    QList<SideBySideHunk> out;
    for (const DiffHunk& hunk : diffHunks(oldText, newText, context)) {
        SideBySideHunk side{hunk.oldStart, hunk.newStart, {}};
        for (qsizetype i = 0; i < hunk.lines.size();) {
            if (hunk.lines[i].kind == DiffLine::Kind::Same) {
                const DiffLine& line = hunk.lines[i++];
                side.rows.append(
                    {SideBySideRow::Kind::Same, line.oldLine, line.newLine, shown(line.text), shown(line.text)});
                continue;
            }
            const qsizetype removed = i;
            while (i < hunk.lines.size() && hunk.lines[i].kind == DiffLine::Kind::Removed)
                ++i;
            const qsizetype added = i;
            while (i < hunk.lines.size() && hunk.lines[i].kind == DiffLine::Kind::Added)
                ++i;
            // The first lines of both sides belong together; what is over stands alone.
            const qsizetype pairs = std::min(added - removed, i - added);
            for (qsizetype k = 0; k < pairs; ++k)
                side.rows.append(changedRow(hunk.lines[removed + k], hunk.lines[added + k]));
            for (qsizetype k = removed + pairs; k < added; ++k)
                side.rows.append(
                    {SideBySideRow::Kind::Removed, hunk.lines[k].oldLine, 0, shown(hunk.lines[k].text), {}});
            for (qsizetype k = added + pairs; k < i; ++k)
                side.rows.append({SideBySideRow::Kind::Added, 0, hunk.lines[k].newLine, {}, shown(hunk.lines[k].text)});
        }
        out.append(side);
    }
    return out;
}

} // namespace nc
