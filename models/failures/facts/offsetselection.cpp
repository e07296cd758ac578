#include "failures/facts/offsetselection.h"

#include "failures/facts/errors.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace nc {

Result<OffsetSelection> OffsetSelection::parse(const QString& text)
{
    OffsetSelection selection;
    for (const QString& piece : text.split(u',')) {
        const QString part = piece.trimmed();
        const auto wrong = [&] { return fail(errors::badOffsets, text, part.isEmpty() ? u"…,,…"_s : part); };
        const qsizetype colon = part.indexOf(u':');
        if (colon <= 0)
            return wrong();
        bool ok = false;
        const qint32 partition = part.first(colon).toInt(&ok);
        if (!ok || partition < 0)
            return wrong();
        const QString range = part.sliced(colon + 1);
        const qsizetype dash = range.indexOf(u'-');
        const qint64 first = (dash < 0 ? range : range.first(dash)).toLongLong(&ok);
        if (!ok || first < 0)
            return wrong();
        qint64 last = first;
        if (dash >= 0)
            last = range.sliced(dash + 1).toLongLong(&ok);
        if (!ok || last < first || last == std::numeric_limits<qint64>::max())
            return wrong();
        selection.add(partition, first, last);
    }
    return selection;
}

void OffsetSelection::add(qint32 partition, qint64 first, qint64 last)
{
    QList<std::pair<qint64, qint64>>& ranges = m_ranges[partition];
    // Usually in ascending order, and there may be many.
    if (ranges.isEmpty() || first > ranges.last().second + 1) {
        ranges.append({first, last});
        return;
    }
    if (first >= ranges.last().first) {
        ranges.last().second = std::max(ranges.last().second, last);
        return;
    }
    // Those that it meets or touches become one.
    const auto begin = std::ranges::lower_bound(ranges, first, {}, [](const auto& range) { return range.second + 1; });
    auto end = begin;
    for (; end != ranges.end() && end->first <= last + 1; ++end) {
        first = std::min(first, end->first);
        last = std::max(last, end->second);
    }
    if (begin == end) {
        ranges.insert(begin, {first, last});
        return;
    }
    *begin = {first, last};
    ranges.erase(begin + 1, end);
}

bool OffsetSelection::contains(qint32 partition, qint64 offset) const
{
    const auto ranges = m_ranges.constFind(partition);
    if (ranges == m_ranges.constEnd())
        return false;
    auto after = std::ranges::upper_bound(*ranges, offset, {}, &std::pair<qint64, qint64>::first);
    return after != ranges->begin() && offset <= std::prev(after)->second;
}

QMap<qint32, std::pair<qint64, qint64>> OffsetSelection::bounds() const
{
    QMap<qint32, std::pair<qint64, qint64>> bounds;
    for (auto at = m_ranges.constBegin(); at != m_ranges.constEnd(); ++at)
        bounds.insert(at.key(), {at->first().first, at->last().second + 1});
    return bounds;
}

QString OffsetSelection::toString() const
{
    QStringList parts;
    for (auto at = m_ranges.constBegin(); at != m_ranges.constEnd(); ++at) {
        for (const auto& [first, last] : *at)
            parts +=
                first == last ? u"%1:%2"_s.arg(at.key()).arg(first) : u"%1:%2-%3"_s.arg(at.key()).arg(first).arg(last);
    }
    return parts.join(u',');
}

} // namespace nc
