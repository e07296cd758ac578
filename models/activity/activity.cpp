#include "activity/activity.h"

#include "failures/ledger/ledgerlines.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

ActivityRow rowOf(const JournalEntry& entry)
{
    ActivityRow row;
    row.at = entry.at;
    row.by = entry.by;
    row.host = entry.host;
    row.program = entry.program;
    row.operation = entry.operation;
    row.profile = entry.profile;
    row.subject = entry.subject;
    row.selection = entry.selection;
    row.reason = entry.reason;
    row.result = resultName(entry.result);
    row.count = entry.count;
    row.detail = entry.detail;
    row.run = entry.run;
    return row;
}

ActivityRow rowOf(const LedgerLine& line, const QString& profile)
{
    ActivityRow row;
    row.at = line.at;
    row.by = line.by.section(u'@', 0, -2);
    row.host = line.by.section(u'@', -1);
    if (row.by.isEmpty())
        std::swap(row.by, row.host);
    row.operation = activityName(line.action);
    row.profile = profile;
    row.subject = line.topic;
    row.reason = line.reason;
    // What stands in the ledger was done.
    row.result = resultName(JournalResult::Done);
    row.count = line.count;
    row.run = line.run;
    row.inLedger = true;
    return row;
}

/// The ledger writes its entries while the operation runs, by the same clock.
bool fellInto(const LedgerLine& line, const JournalEntry& entry)
{
    static constexpr EpochMs slack = 1000;
    return entry.run.isEmpty() && entry.operation == activityName(line.action) && entry.subject == line.topic
        && entry.by + u'@' + entry.host == line.by && line.at + slack >= entry.at
        && (entry.ended < 0 || line.at <= entry.ended + slack);
}

} // namespace

QList<ActivityRow> joinActivity(
    const QList<JournalEntry>& entries, const QList<LedgerLine>& lines, const QString& profile)
{
    QList<ActivityRow> rows;
    QHash<QString, qsizetype> byRun;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        rows.append(rowOf(entries[i]));
        if (!entries[i].run.isEmpty())
            byRun.insert(entries[i].operation + u'\n' + entries[i].run, i);
    }
    for (const LedgerLine& line : lines) {
        qsizetype at = line.run.isEmpty() ? -1 : byRun.value(activityName(line.action) + u'\n' + line.run, -1);
        // Who was killed or failed on the way could not write the run down. The newest that it may be is it.
        for (qsizetype i = 0; at < 0 && i < entries.size(); ++i) {
            if (!rows[i].inLedger && fellInto(line, entries[i]))
                at = i;
        }
        if (at < 0) {
            rows.append(rowOf(line, profile));
            continue;
        }
        rows[at].inLedger = true;
        rows[at].run = line.run;
        if (rows[at].count < 0)
            rows[at].count = line.count;
    }
    std::ranges::stable_sort(rows, std::ranges::greater(), &ActivityRow::at);
    return rows;
}

Seen<QList<ActivityRow>> readActivity(const Journal& journal, const std::optional<ActivityLedger>& ledger,
    const ActivityQuery& query, const TaskContext& task)
{
    Unseen unseen;
    const QList<JournalEntry> entries = journal.read().into(unseen);
    QList<LedgerLine> lines;
    if (ledger) {
        auto read = ledgerLines(ledger->kafka, ledger->localLedger, task);
        if (read)
            lines = std::move(*read).into(unseen);
        else
            unseen.add(u"ledger"_s, read.error());
    }
    QList<ActivityRow> rows = joinActivity(entries, lines, ledger ? ledger->profile : QString());
    rows.removeIf([&query](const ActivityRow& row) {
        return (query.since && row.at < *query.since) || !query.filter.takes(row);
    });
    return {std::move(rows), std::move(unseen)};
}

} // namespace nc
