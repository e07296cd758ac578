#include "text/textmerge.h"

#include "text/textdiff.h"

#include <vector>

namespace nc {
namespace {

/// A side's lines (with their ends), and for each line of the base which of them is the same (-1: none).
struct Side {
    std::vector<QByteArray> lines;
    std::vector<int> ofBase;
};

QByteArray withEnd(const DiffLine& line)
{
    return line.endsFile ? line.text : line.text + '\n';
}

Side sideOf(const QByteArray& base, const QByteArray& text)
{
    Side side;
    for (const DiffLine& line : diffLines(base, text)) {
        if (line.kind != DiffLine::Kind::Added)
            side.ofBase.push_back(line.kind == DiffLine::Kind::Same ? line.newLine - 1 : -1);
        if (line.kind != DiffLine::Kind::Removed)
            side.lines.push_back(withEnd(line));
    }
    return side;
}

QByteArray joined(const std::vector<QByteArray>& lines, std::size_t from, std::size_t to)
{
    QByteArray text;
    for (std::size_t i = from; i < to; ++i)
        text += lines[i];
    return text;
}

QByteArray onItsLine(QByteArray text)
{
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    return text;
}

} // namespace

MergedText mergeTexts(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs,
    const QByteArray& mineLabel, const QByteArray& theirsLabel)
{
    const Side a = sideOf(base, mine);
    const Side b = sideOf(base, theirs);
    const Side o = sideOf(base, base);
    MergedText merged;
    std::size_t baseAt = 0;
    std::size_t mineAt = 0;
    std::size_t theirsAt = 0;
    const auto take = [&](std::size_t baseEnd, std::size_t mineEnd, std::size_t theirsEnd) {
        const QByteArray was = joined(o.lines, baseAt, baseEnd);
        const QByteArray left = joined(a.lines, mineAt, mineEnd);
        const QByteArray right = joined(b.lines, theirsAt, theirsEnd);
        if (left == right || right == was) {
            merged.text += left;
        } else if (left == was) {
            merged.text += right;
        } else {
            ++merged.conflicts;
            merged.text = onItsLine(merged.text) + "<<<<<<< " + mineLabel + '\n' + onItsLine(left) + "=======\n"
                + onItsLine(right) + ">>>>>>> " + theirsLabel + '\n';
        }
        baseAt = baseEnd;
        mineAt = mineEnd;
        theirsAt = theirsEnd;
    };
    for (std::size_t line = 0; line < o.lines.size(); ++line) {
        const int left = a.ofBase[line];
        const int right = b.ofBase[line];
        if (left < 0 || right < 0)
            continue;
        // A line that all three have: what stands before it is one stretch.
        take(line, std::size_t(left), std::size_t(right));
        merged.text += o.lines[line];
        ++baseAt;
        ++mineAt;
        ++theirsAt;
    }
    take(o.lines.size(), a.lines.size(), b.lines.size());
    return merged;
}

} // namespace nc
