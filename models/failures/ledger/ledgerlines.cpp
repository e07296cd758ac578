#include "failures/ledger/ledgerlines.h"

#include "failures/facts/platformtopics.h"
#include "failures/ledger/ledgerstore.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QString activityName(LedgerAction action)
{
    switch (action) {
    case LedgerAction::Replayed:
        return u"replay"_s;
    case LedgerAction::Resent:
        return u"resend"_s;
    case LedgerAction::Discarded:
        return u"discard"_s;
    case LedgerAction::Reopened:
        return u"undo-discard"_s;
    }
    return {};
}

static LedgerLine lineOf(const LedgerEntry& entry)
{
    LedgerLine line;
    line.by = entry.by;
    line.action = entry.action;
    line.topic = entry.topic;
    line.reason = entry.reason;
    line.mode = entry.mode;
    line.changes = entry.changes;
    line.run = entry.run;
    return line;
}

Result<QList<LedgerLine>> ledgerLines(const KafkaAccess& access, const QString& localLedger, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const auto all = (*admin)->listTopics({.watermarks = false, .groups = false, .internals = false}, task);
    if (!all)
        return fail(all.error());
    QStringList names;
    for (const TopicInfo& info : *all) {
        if (access.deadLetters.isDeadLetters(info.topic) || info.topic == auditTopic())
            names.append(info.topic);
    }
    const auto ledgers = LedgerStore(**admin, **reader, localLedger, LedgerReading::WhatIsSeen).load(names, task);
    if (!ledgers)
        return fail(ledgers.error());
    QList<LedgerLine> lines;
    QHash<QString, qsizetype> runs;
    for (const LedgerIndex& ledger : *ledgers) {
        for (const LedgerEntry& entry : ledger.entries()) {
            const QString key = u"%1\n%2\n%3"_s.arg(entry.topic, entry.run).arg(static_cast<int>(entry.action));
            const auto known = runs.constFind(key);
            const bool joins = !entry.run.isEmpty() && known != runs.constEnd();
            const qsizetype at = joins ? *known : lines.size();
            if (!joins) {
                runs.insert(key, at);
                lines.append(lineOf(entry));
            }
            LedgerLine& line = lines[at];
            line.at = std::max(line.at, entry.at);
            line.count += entry.count();
            for (const QString& target : entry.targets) {
                if (!line.targets.contains(target))
                    line.targets.append(target);
            }
            for (const LedgerRun& run : entry.runs)
                line.places.add(run.partition, run.offset, run.offset + run.count - 1);
        }
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &LedgerLine::at);
    return lines;
}

QVariant LedgerLineModel::cell(const LedgerLine& row, int column, int role) const
{
    if (role == roles::Identity)
        return QString(row.topic + u'\n' + row.run + activityName(row.action));
    if (column == Action && role == roles::State)
        return activityName(row.action);
    if (column == Mode && role == roles::State)
        return row.mode;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case At:
        return row.at;
    case Action:
        return activityName(row.action);
    case Count:
        return row.count;
    case Topic:
        return row.topic;
    case Target:
        return row.targets.join(u", "_s);
    case By:
        return row.by;
    case Reason:
        return row.reason;
    case Mode:
        return row.mode;
    default:
        return {};
    }
}

} // namespace nc
