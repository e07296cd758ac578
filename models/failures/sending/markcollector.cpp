#include "failures/sending/markcollector.h"

namespace nc {

void MarkCollector::add(const Record& record, qint32 returns)
{
    QList<Stretch>& stretches = m_partitions[record.partition];
    const QByteArray hash = recordHash(record.timestamp, record.key, record.value);
    const auto follows = [&](const LedgerRun& run) {
        return run.offset + run.count == record.offset && run.returns == returns;
    };
    const bool extends = !stretches.isEmpty() && follows(stretches.last().runs.last());
    if (stretches.isEmpty() || (!extends && stretches.last().runs.size() >= mostRunsInEntry)) {
        Stretch fresh;
        fresh.range.partition = record.partition;
        fresh.range.first = record.offset;
        fresh.range.firstTimestamp = record.timestamp;
        fresh.range.firstHash = hash;
        stretches.append(std::move(fresh));
    }
    Stretch& stretch = stretches.last();
    if (extends)
        ++stretch.runs.last().count;
    else
        stretch.runs.append({record.partition, record.offset, 1, -1, -1, -1, returns});
    stretch.range.last = record.offset;
    stretch.range.lastTimestamp = record.timestamp;
    stretch.range.lastHash = hash;
    ++m_count;
}

QList<LedgerEntry> MarkCollector::entries(const RunInfo& info) const
{
    QList<LedgerEntry> out;
    const LedgerEntry blank = blankEntry(info);
    for (const auto& [partition, stretches] : m_partitions) {
        for (const Stretch& stretch : stretches) {
            if (out.isEmpty() || out.last().runs.size() + stretch.runs.size() > mostRunsInEntry)
                out.append(blank);
            out.last().ranges.append(stretch.range);
            out.last().runs += stretch.runs;
        }
    }
    return out;
}

} // namespace nc
