#include "failures/letters/hopcollector.h"

#include "failures/letters/headernumbers.h"

#include <algorithm>
#include <limits>

namespace nc {

void HopCollector::take(QByteArrayView name, const std::optional<QByteArray>& value)
{
    static constexpr QByteArrayView names[FieldCount] = {
        "topic", "partition", "offset", "timestamp", "timestamp-type", "consumer-group"};
    for (int i = 0; i < FieldCount; ++i) {
        if (name != names[i])
            continue;
        m_seen.append({static_cast<Field>(i), value});
        ++m_counts[static_cast<std::size_t>(i)];
        return;
    }
}

void HopCollector::put(Hop& hop, const Seen& seen)
{
    if (!seen.value)
        return;
    switch (seen.field) {
    case Topic:
        hop.topic = QString::fromUtf8(*seen.value);
        break;
    case Partition:
        hop.partition = toPartition(decodeInteger(*seen.value, 4));
        break;
    case Offset:
        hop.offset = decodeInteger(*seen.value, 8);
        break;
    case Timestamp:
        hop.timestamp = decodeInteger(*seen.value, 8);
        break;
    case TimestampKind:
        hop.timestampType = QString::fromUtf8(*seen.value);
        break;
    case Group:
        hop.group = QString::fromUtf8(*seen.value);
        break;
    case FieldCount:
        break;
    }
}

QList<Hop> HopCollector::hops() const
{
    const qsizetype most = *std::ranges::max_element(m_counts);
    if (most == 0)
        return {};
    QList<Hop> sets = bySets();
    return sets.size() == most ? sets : byCount(most);
}

QList<Hop> HopCollector::bySets() const
{
    QList<Hop> hops;
    std::array<bool, FieldCount> filled{};
    for (const Seen& seen : m_seen) {
        const auto field = static_cast<std::size_t>(seen.field);
        if (hops.isEmpty() || filled[field]) {
            hops.append(Hop{});
            filled.fill(false);
        }
        filled[field] = true;
        put(hops.last(), seen);
    }
    return hops;
}

QList<Hop> HopCollector::byCount(qsizetype most) const
{
    QList<Hop> hops(most);
    // The latest hop decides where a record goes back to, so short columns are lined up at their end.
    std::array<qsizetype, FieldCount> next{};
    for (std::size_t i = 0; i < FieldCount; ++i)
        next[i] = most - m_counts[i];
    for (const Seen& seen : m_seen)
        put(hops[next[static_cast<std::size_t>(seen.field)]++], seen);
    return hops;
}

} // namespace nc
