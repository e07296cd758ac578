#pragma once

#include "kafka/reading/recordreader.h"
#include "kafka/writing/recordwriter.h"

#include <QDeadlineTimer>
#include <QMap>
#include <QTest>
#include <QtEndian>

/// Dead letters made for tests on a real broker.
namespace letters {

inline QByteArray be32(qint32 n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), 4);
}

inline QByteArray be64(qint64 n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), 8);
}

/// Number `id`, dead-lettered from `target`, partition by number. It came from so far behind that no replay of a test
/// ever writes there: it would be taken for one that came back.
inline nc::Record make(const QString& topic, const QString& target, int id, int partitions, int bytes = 100)
{
    nc::Record record;
    record.topic = topic;
    record.partition = id % partitions;
    record.value = "{\"id\":" + QByteArray::number(id) + ",\"pad\":\"" + QByteArray(bytes, 'x') + "\"}";
    record.headers = {{"mine", "1"}, {"kafka_dlt-exception-fqcn", "x.Broken"}, {"kafka_dlt-exception-message", "no"},
        {"kafka_dlt-original-topic", target.toUtf8()}, {"kafka_dlt-original-partition", be32(record.partition)},
        {"kafka_dlt-original-offset", be64(1'000'000'000 + id)}, {"mine", {}}};
    return record;
}

inline bool write(const nc::KafkaAccess& access, const QList<nc::Record>& records)
{
    const auto writer = nc::RecordWriter::open(access);
    const nc::TaskContext task;
    bool good = writer.has_value();
    qint64 index = 0;
    for (const nc::Record& record : records) {
        good = good
            && (*writer)->enqueue(
                record, index++, [&good](const auto& result, qint64) { good = good && result.has_value(); }, task);
    }
    return good && (*writer)->flush(task) && good;
}

inline bool fill(const nc::KafkaAccess& access, const QString& topic, const QString& target, int count, int partitions,
    int bytes = 100)
{
    QList<nc::Record> records;
    for (int id = 0; id < count; ++id)
        records.append(make(topic, target, id, partitions, bytes));
    return write(access, records);
}

/// All records of a topic as read_committed readers see them.
/// What is committed may show a moment later: waits until nothing open stands before the end, five seconds at most.
inline QList<nc::Record> readAll(const nc::KafkaAccess& access, const QString& topic)
{
    const auto reader = nc::RecordReader::open(access);
    const auto ends = [&reader](nc::ReadRequest request, QList<nc::Record>* records) {
        QList<qint64> highs;
        const auto done = (*reader)->scan(
            request,
            [records](nc::RecordBatch batch) {
                for (const nc::RecordView& view : batch)
                    records->append(view.toRecord());
                return nc::Flow::Continue;
            },
            nc::TaskContext{});
        if (!done)
            qWarning("%s", qPrintable(done.error().id() + done.error().detail));
        for (const nc::PartitionProgress& partition : (*reader)->progress().partitions)
            highs.append(partition.high);
        return highs;
    };
    nc::ReadRequest all;
    all.topic = topic;
    all.from = {nc::ReadFrom::Kind::Beginning, 0};
    nc::ReadRequest none = all;
    none.from = {nc::ReadFrom::Kind::End, 0};
    none.isolation = nc::Isolation::ReadUncommitted;
    QList<nc::Record> records;
    for (const QDeadlineTimer patience(5000);;) {
        QList<nc::Record> open;
        const QList<qint64> written = ends(none, &open);
        records.clear();
        if (ends(all, &records) == written || patience.hasExpired())
            return records;
    }
}

/// How often each id stands in a topic.
inline QMap<int, int> ids(const nc::KafkaAccess& access, const QString& topic)
{
    QMap<int, int> counts;
    for (const nc::Record& record : readAll(access, topic)) {
        const QByteArray value = record.value.value_or(QByteArray());
        ++counts[value.mid(6, value.indexOf(',') - 6).toInt()];
    }
    return counts;
}

} // namespace letters
