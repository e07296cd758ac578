#include "failures/sending/batchsink.h"

#include <QDateTime>

#include <map>
#include <numeric>

namespace nc {
namespace {

void extendRuns(QList<LedgerRun>& runs, const SendingItem& item, const SendOutcome& outcome, qint32 target)
{
    const qint64 step = target < 0 ? 0 : 1;
    if (!runs.isEmpty()) {
        LedgerRun& last = runs.last();
        if (last.partition == item.partition && last.offset + last.count == item.offset && last.target == target
            && last.targetPartition == outcome.partition && last.targetOffset + step * last.count == outcome.offset
            && last.returns == item.returns) {
            ++last.count;
            return;
        }
    }
    runs.append({item.partition, item.offset, 1, target, outcome.partition, outcome.offset, item.returns});
}

/// Places that the same sending settles.
void addAliases(QList<LedgerRun>& runs, const SendingItem& item, const SendOutcome& outcome, qint32 target)
{
    for (const RecordPlace& place : item.also)
        runs.append({place.partition, place.offset, 1, target, outcome.partition, outcome.offset, item.returns});
}

/// Beyond this it is enough to know that more was changed.
constexpr qsizetype longestChanges = 64'000;

/// What was changed, and what the other verb needs to find the record again.
void addMore(LedgerEntry& entry, const SendingItem& item)
{
    entry.keys += item.deliveryKey;
    if (!item.facts || item.facts->changes.isEmpty() || item.joined)
        return;
    const QString changes = QString::fromUtf8(item.facts->changes);
    if (entry.changes == changes || entry.changes.endsWith(u'\n' + changes))
        return;
    if (entry.changes.size() + changes.size() > longestChanges) {
        if (!entry.changes.endsWith(u'…'))
            entry.changes += u"\n…";
        return;
    }
    entry.changes += (entry.changes.isEmpty() ? QString() : QString(u'\n')) + changes;
}

LedgerRange rangeOf(const SendingItem& first, const SendingItem& last)
{
    const auto hash = [](const SendingItem& item) { return recordHash(item.timestamp, item.key, item.value); };
    return {first.partition, first.offset, last.offset, first.timestamp, last.timestamp, hash(first), hash(last)};
}

} // namespace

LedgerEntry blankEntry(const RunInfo& info)
{
    LedgerEntry blank;
    blank.action = info.action;
    blank.topic = info.topic;
    blank.run = info.run;
    blank.by = info.by;
    blank.at = QDateTime::currentMSecsSinceEpoch();
    blank.reason = info.reason;
    blank.mode = info.mode;
    blank.ends = info.ends;
    blank.auditEnds = info.auditEnds;
    blank.goesOn = info.goesOn;
    return blank;
}

QList<LedgerEntry> makeEntries(const QList<SendingItem>& items, const QList<SendOutcome>& outcomes, const RunInfo& info)
{
    QList<qsizetype> all(items.size());
    std::iota(all.begin(), all.end(), 0);
    return makeEntries(items, all, outcomes, info);
}

QList<LedgerEntry> makeEntries(const QList<SendingItem>& items, const QList<qsizetype>& which,
    const QList<SendOutcome>& outcomes, const RunInfo& info)
{
    // By partition, so that what stands side by side becomes one run though partitions were read at the same time.
    // These index `which` and `outcomes`.
    std::map<qint32, QList<qsizetype>> byPartition;
    for (qsizetype i = 0; i < which.size(); ++i) {
        if (outcomes[i].ok())
            byPartition[items[which[i]].partition].append(i);
    }
    QList<LedgerEntry> entries;
    const LedgerEntry blank = blankEntry(info);
    for (const auto& [partition, indexes] : byPartition) {
        qsizetype begin = 0;
        while (begin < indexes.size()) {
            if (entries.isEmpty() || entries.last().runs.size() >= mostRunsInEntry)
                entries.append(blank);
            LedgerEntry& entry = entries.last();
            qsizetype end = begin;
            for (; end < indexes.size() && entry.runs.size() < mostRunsInEntry; ++end) {
                const SendingItem& item = items[which[indexes[end]]];
                addMore(entry, item);
                if (item.out.topic.isEmpty()) {
                    extendRuns(entry.runs, item, {-1, -1, {}}, -1);
                    addAliases(entry.runs, item, {-1, -1, {}}, -1);
                    continue;
                }
                qsizetype target = entry.targets.indexOf(item.out.topic);
                if (target < 0) {
                    target = entry.targets.size();
                    entry.targets.append(item.out.topic);
                }
                extendRuns(entry.runs, item, outcomes[indexes[end]], static_cast<qint32>(target));
                addAliases(entry.runs, item, outcomes[indexes[end]], static_cast<qint32>(target));
            }
            entry.ranges.append(rangeOf(items[which[indexes[begin]]], items[which[indexes[end - 1]]]));
            begin = end;
        }
    }
    return entries;
}

} // namespace nc
