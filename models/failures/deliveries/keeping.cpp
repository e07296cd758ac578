#include "failures/deliveries/keeping.h"

#include "core/errors.h"
#include "failures/facts/expiry.h"
#include "failures/facts/platformtopics.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/records/recordjson.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A file that appears when it is complete.
class RecordFile {
public:
    explicit RecordFile(const QString& path)
        : m_file(path)
    {
    }
    Result<void> open() { return m_file.open(QIODevice::WriteOnly) ? Result<void>() : problem(); }
    /// False once something could not be written.
    bool add(const Record& record)
    {
        const QByteArray line = recordToJson(record, {.exact = true, .decodedValue = {}}) + '\n';
        m_good = m_good && m_file.write(line) == line.size();
        ++m_count;
        return m_good;
    }
    qint64 count() const { return m_count; }
    Result<void> commit() { return m_good && m_file.commit() ? Result<void>() : problem(); }

private:
    std::unexpected<Error> problem() const
    {
        return fail(errors::cannotWrite, m_file.fileName(), m_file.errorString());
    }

    QSaveFile m_file;
    qint64 m_count = 0;
    bool m_good = true;
};

Result<void> checkNew(const QString& path)
{
    const QFileInfo place(path);
    if (place.exists())
        return fail(errors::cannotWrite, path, u"the file exists"_s);
    if (!QDir().mkpath(place.absolutePath()))
        return fail(errors::cannotWrite, path, u"no such folder"_s);
    return {};
}

/// Whether something of this time is to be kept; notes when the first of them goes.
bool isWanted(qint64 timestamp, const std::optional<qint64>& retention, const KeepOrder& order, qint64 now, Kept& kept)
{
    const auto expiry = expiryOf(timestamp, retention);
    if (order.within && (!expiry || *expiry - now > *order.within))
        return false;
    if (expiry && (kept.earliest < 0 || *expiry < kept.earliest))
        kept.earliest = *expiry;
    return true;
}

} // namespace

Result<qint64> keepRecords(const KafkaAccess& access, const QString& topic, const OffsetSelection& chosen,
    const QString& path, const TaskContext& task)
{
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    RecordFile file(path);
    if (const auto open = file.open(); !open)
        return fail(open.error());
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    request.offsets = chosen.bounds();
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (chosen.contains(view.partition(), view.offset()) && !file.add(view.toRecord()))
                return Flow::Stop;
        }
        return Flow::Continue;
    };
    const auto done = (*reader)->scan(request, look, task);
    if (!done)
        return fail(done.error());
    if (const auto written = file.commit(); !written)
        return fail(written.error());
    return file.count();
}

Result<Seen<Kept>> keepLetters(
    DeadLetterStore& store, const LetterQuery& query, const KeepOrder& order, const TaskContext& task)
{
    if (const auto fresh = checkNew(order.path); !fresh)
        return fail(fresh.error());
    const auto read = store.ledger(query.topic, task);
    if (!read)
        return fail(read.error());
    Unseen unseen;
    const LedgerIndex& ledger = read->into(unseen);
    const auto retention = store.retention(query.topic, task);
    if (!retention)
        return fail(retention.error());
    RecordFile file(order.path);
    if (const auto open = file.open(); !open)
        return fail(open.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Kept kept;
    const auto visit = [&](const DeadLetter& letter) {
        return !isWanted(letter.record.timestamp, *retention, order, now, kept) || file.add(letter.record);
    };
    const auto done = store.read(query, ledger, visit, task);
    if (!done)
        return fail(done.error());
    kept.records = file.count();
    if (kept.records == 0)
        return Seen(kept, unseen);
    if (const auto written = file.commit(); !written)
        return fail(written.error());
    return Seen(kept, unseen);
}

Result<Seen<Kept>> keepDeliveries(const KafkaAccess& access, DeliveryStore& store, const DeliveryQuery& query,
    const OffsetSelection& chosen, const KeepOrder& order, const TaskContext& task)
{
    if (const auto fresh = checkNew(order.path); !fresh)
        return fail(fresh.error());
    const auto read = store.read(query, task);
    if (!read)
        return fail(read.error());
    Unseen unseen;
    const Deliveries& found = read->into(unseen);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Kept kept;
    OffsetSelection places;
    for (const Delivery& row : found.rows) {
        const bool meant = chosen.isEmpty() || std::ranges::any_of(row.places, [&chosen](const RecordPlace& place) {
            return chosen.contains(place.partition, place.offset);
        });
        if (!row.isFailure() || !meant || !isWanted(row.audit.at, found.retention, order, now, kept))
            continue;
        for (const RecordPlace& place : row.places)
            places.add(place.partition, place.offset, place.offset);
    }
    if (places.isEmpty())
        return Seen(kept, unseen);
    const auto written = keepRecords(access, auditTopic(), places, order.path, task);
    if (!written)
        return fail(written.error());
    kept.records = *written;
    return Seen(kept, unseen);
}

QString keptFileName(const QString& topic, qint64 now)
{
    return topic + u'-' + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyyMMddThhmmsszzz"_s) + u".jsonl"_s;
}

Result<qint64> retentionOf(const KafkaAccess& access, const QString& topic, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    const auto all = readRetention(**admin, {topic}, task);
    if (!all)
        return fail(all.error());
    return all->value(topic, 0);
}

} // namespace nc
