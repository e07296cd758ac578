#include "publish/history/publishhistory.h"

#include "publish/journal/journalfile.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Contents are read in portions, so that a history of large letters does not fill the memory.
constexpr qsizetype portion = 50;
constexpr qsizetype largestWrite = 16 * 1024 * 1024;

HistoryEntry entryOf(const PlanItem& item, const QString& by, int restored)
{
    HistoryEntry entry;
    entry.at = QDateTime::currentMSecsSinceEpoch();
    entry.by = by;
    entry.channel = item.channel;
    entry.name = item.name;
    entry.action = item.action == PlanAction::DatabaseOnly ? u"delete"_s
        : restored > 0                                     ? u"restore"_s
                                                           : wordFor(item.action);
    entry.previousChecksum = item.publishedChecksum();
    entry.nextChecksum = item.checksum;
    if (item.action != PlanAction::DatabaseOnly)
        entry.nextTitle = item.title.value_or(QString());
    if (item.row)
        entry.previousTitle = item.row->title.value_or(QString());
    entry.origin = item.origin;
    entry.restored = restored;
    entry.row = item.row;
    return entry;
}

bool changesSomething(const PlanItem& item)
{
    return item.action != PlanAction::Unchanged && !item.impossible;
}

/// Of those that change something.
QByteArray linesOf(
    const QList<PlanItem>& items, const QHash<QString, QByteArray>& contents, const QString& by, int restored)
{
    QByteArray lines;
    for (const PlanItem& item : items) {
        if (!changesSomething(item))
            continue;
        HistoryEntry entry = entryOf(item, by, restored);
        if (item.row && contents.contains(item.row->id))
            entry.content = contents.value(item.row->id);
        lines += historyformat::encode(entry);
    }
    return lines;
}

} // namespace

PublishHistory::PublishHistory(const QString& folder, const QString& database, QString by)
    : m_files(folder, database)
    , m_by(std::move(by))
{
}

QString PublishHistory::path() const
{
    return m_files.path(u"history"_s);
}

Result<void> PublishHistory::append(const QByteArray& lines) const
{
    return JournalFile(path(), historyformat::version).append(lines);
}

Result<void> PublishHistory::each(const std::function<void(QByteArrayView)>& take) const
{
    for (const QString& path : m_files.paths(u"history"_s)) {
        if (auto read = JournalFile(path, historyformat::version).each(take); !read)
            return read;
    }
    return {};
}

Result<void> PublishHistory::keep(
    TemplateStore& store, const QList<PlanItem>& items, const TaskContext& context, int restored)
{
    // As few waits for the disk as the memory allows: a publish of thousands is one or two.
    QByteArray lines;
    for (qsizetype from = 0; from < items.size(); from += portion) {
        const QList<PlanItem> some = items.mid(from, portion);
        QStringList ids;
        for (const PlanItem& item : some) {
            if (item.row && changesSomething(item))
                ids += item.row->id;
        }
        QHash<QString, QByteArray> contents;
        if (!ids.isEmpty()) {
            auto read = store.contents(ids, context);
            if (!read)
                return fail(read.error());
            contents = std::move(*read);
        }
        lines += linesOf(some, contents, m_by, restored);
        if (lines.size() < largestWrite)
            continue;
        if (auto kept = append(std::exchange(lines, {})); !kept)
            return kept;
    }
    return lines.isEmpty() ? Result<void>() : append(lines);
}

Result<void> PublishHistory::keep(
    const QList<PlanItem>& items, const QHash<QString, QByteArray>& contents, int restored)
{
    const QByteArray lines = linesOf(items, contents, m_by, restored);
    return lines.isEmpty() ? Result<void>() : append(lines);
}

Result<QList<HistoryEntry>> PublishHistory::heads() const
{
    QList<HistoryEntry> entries;
    const auto read = each([&entries](QByteArrayView line) {
        if (auto entry = historyformat::decode(line, historyformat::Part::Head))
            entries.append(std::move(*entry));
    });
    // Of several files; within one they are in order.
    std::ranges::stable_sort(entries, {}, &HistoryEntry::at);
    return read ? Result<QList<HistoryEntry>>(std::move(entries)) : fail(read.error());
}

Result<QList<HistoryEntry>> PublishHistory::entriesOf(const QString& key) const
{
    QList<HistoryEntry> entries;
    const auto read = each([&](QByteArrayView line) {
        const auto head = historyformat::decode(line, historyformat::Part::Head);
        if (!head || head->key() != key)
            return;
        if (auto entry = historyformat::decode(line, historyformat::Part::Whole))
            entries.append(std::move(*entry));
    });
    std::ranges::stable_sort(entries, {}, &HistoryEntry::at);
    return read ? Result<QList<HistoryEntry>>(std::move(entries)) : fail(read.error());
}

void markDrift(PublishPlan& plan, const QList<HistoryEntry>& heads)
{
    QHash<QString, const HistoryEntry*> newest;
    for (const HistoryEntry& entry : heads)
        newest.insert(entry.key(), &entry);
    for (PlanItem& item : plan.items) {
        const HistoryEntry* left = newest.value(item.key());
        if (!left || left->nextChecksum.isEmpty())
            continue;
        if (item.publishedChecksum() == left->nextChecksum) {
            // Our own write comes after its announcement; a server's clock may be another; Diia takes its time.
            constexpr EpochMs ourOwn = 3'600'000;
            if (item.row && item.row->updatedAt / 1000 > left->at + ourOwn)
                item.drift = PlanDrift{left->at * 1000, left->by, left->nextChecksum, false, false, true};
            // The text is ours; the title beside it need not be.
            const bool told = left->nextTitle && item.row && item.row->title.value_or(QString()) != *left->nextTitle;
            if (told && item.row->title.value_or(QString()) != left->previousTitle.value_or(QString()))
                item.drift = PlanDrift{left->at * 1000, left->by, left->nextChecksum, false, true};
            continue;
        }
        // The write that was announced may have failed, or its row may be what it replaced: no word without a doubt.
        if (item.publishedChecksum() == left->previousChecksum)
            continue;
        item.drift = PlanDrift{left->at * 1000, left->by, left->nextChecksum, !item.row};
    }
}

} // namespace nc
