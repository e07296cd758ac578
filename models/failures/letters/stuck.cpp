#include "failures/letters/stuck.h"

#include "core/errors.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/records/recordjson.h"
#include "kafka/writing/recordwriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 largestRecord = 1'048'576;
/// What a dead letter has beside the record itself: headers, above all the stack trace.
constexpr qint64 deadLetterExtra = 14'000;

bool hasType(const Record& record)
{
    for (const Header& header : record.headers) {
        if (header.name == "__TypeId__" && header.value)
            return !header.value->isEmpty() && *header.value != "[B";
    }
    return false;
}

/// What the service's deserializer refuses (docs/contracts.md, section 7).
bool isUndeserializable(const Record& record)
{
    if (!hasType(record))
        return true;
    const QJsonDocument document = QJsonDocument::fromJson(*record.value);
    if (!document.isObject())
        return true;
    for (const QJsonValue& recipient : document.object()["recipients"_L1].toArray()) {
        const QString realm = recipient["realm"_L1].toString();
        if (recipient["parameters"_L1].isArray() || (!realm.isEmpty() && realm != u"OFFICER" && realm != u"CITIZEN"))
            return true;
    }
    return false;
}

Result<std::optional<Record>> recordAt(
    RecordReader& reader, const RecordPlace& place, qint64 high, const TaskContext& task)
{
    ReadRequest request;
    request.topic = place.topic;
    request.offsets.insert(place.partition, {place.offset, high});
    std::optional<Record> found;
    const auto done = reader.scan(
        request,
        [&found](RecordBatch batch) {
            if (batch.empty())
                return Flow::Continue;
            found = batch.front().toRecord();
            return Flow::Stop;
        },
        task);
    if (!done)
        return fail(done.error());
    return found;
}

} // namespace

std::optional<Error> whyStuck(const Record& record)
{
    if (!record.value)
        return {};
    const qint64 size = record.value->size();
    if (size > largestPoison && isUndeserializable(record))
        return Error{errors::stuckUndeserializable, record.topic, QString::number(size), Next::Abort};
    if (size + deadLetterExtra > largestRecord)
        return Error{errors::stuckTooLarge, record.topic, QString::number(size), Next::Abort};
    return {};
}

Result<Seen<QList<StuckPartition>>> findStuck(const KafkaAccess& access, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const auto topics = (*admin)->listTopics({.watermarks = true, .groups = false, .internals = false}, task);
    if (!topics)
        return fail(topics.error());
    QHash<QString, QHash<qint32, std::pair<qint64, qint64>>> marks;
    for (const TopicInfo& topic : *topics) {
        if (expectedType(topic.topic).isEmpty())
            continue;
        for (const PartitionInfo& partition : topic.partitions)
            marks[topic.topic].insert(partition.partition, {partition.low, partition.high});
    }
    const auto groups = (*admin)->groups(task);
    if (!groups)
        return fail(groups.error());
    QList<StuckPartition> stuck;
    Unseen unseen;
    if (groups->isEmpty())
        unseen.add(sources::groups, {errors::noGroupSeen, {}, {}, Next::Abort});
    for (const GroupInfo& group : *groups) {
        for (const GroupOffset& committed : group.offsets) {
            const auto topic = marks.constFind(committed.place.topic);
            if (topic == marks.constEnd())
                continue;
            const auto [low, high] = topic->value(committed.place.partition, {0, 0});
            const qint64 next = std::max(committed.place.offset, low);
            if (next >= high)
                continue;
            const auto record =
                recordAt(**reader, {committed.place.topic, committed.place.partition, next}, high, task);
            if (!record)
                return fail(record.error());
            if (!*record)
                continue;
            const auto why = whyStuck(**record);
            if (!why)
                continue;
            stuck.append({group.group, (*record)->topic, (*record)->partition, (*record)->offset,
                (*record)->value ? (*record)->value->size() : 0, high - committed.place.offset,
                !group.members.isEmpty(), *why});
        }
    }
    return Seen(std::move(stuck), std::move(unseen));
}

Result<void> skipStuck(
    const KafkaAccess& access, const StuckPartition& stuck, const QString& file, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const auto group = (*admin)->group(stuck.group, task);
    if (!group)
        return fail(group.error());
    if (!group->members.isEmpty())
        return fail(errors::groupNotEmpty, stuck.group);
    const auto record = (*reader)->fetch(stuck.topic, {{stuck.topic, stuck.partition, stuck.offset}}, task);
    if (!record)
        return fail(record.error());
    if (record->isEmpty())
        return fail(errors::notFound, u"%1 %2:%3"_s.arg(stuck.topic).arg(stuck.partition).arg(stuck.offset));
    QFile keep(file);
    const QByteArray line = recordToJson(record->first(), {.exact = true, .decodedValue = {}}) + '\n';
    if (!keep.open(QIODevice::WriteOnly | QIODevice::NewOnly) || keep.write(line) != line.size() || !keep.flush()
        || ::fsync(keep.handle()) != 0)
        return fail(errors::cannotWrite, file, keep.errorString());
    return (*admin)->setGroupOffsets(stuck.group, {{stuck.topic, stuck.partition, stuck.offset + 1}}, task);
}

Result<Record> readKept(const QString& file)
{
    QFile kept(file);
    if (!kept.open(QIODevice::ReadOnly))
        return fail(errors::cannotRead, file, kept.errorString());
    return recordFromJson(kept.readLine(), 1);
}

Result<RecordPlace> sendMended(
    const KafkaAccess& access, Record record, const QByteArray& value, const TaskContext& task)
{
    const auto writer = RecordWriter::open(access);
    if (!writer)
        return fail(writer.error());
    record.value = value;
    if (const QByteArray type = expectedType(record.topic); !type.isEmpty()) {
        record.headers.removeIf([](const Header& header) { return header.name == "__TypeId__"; });
        record.headers.append(Header{"__TypeId__", type});
    }
    const auto written = (*writer)->write(record, task);
    if (!written)
        return fail(written.error());
    return written->place;
}

} // namespace nc
