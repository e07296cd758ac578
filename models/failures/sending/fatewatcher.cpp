#include "failures/sending/fatewatcher.h"

#include "failures/deliveries/auditrecord.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/failureheaders.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using namespace std::chrono_literals;

constexpr auto lookEvery = 250ms;
/// Quiet for so long after the news that it arrived: other channels of the same event had their chance to fail.
constexpr auto quietDelivered = 1500ms;
/// The same after it was only seen to be taken on.
constexpr auto quietTaken = 4s;

QByteArray sourceOf(const QByteArray& value)
{
    return sourceKeyOf(QJsonDocument::fromJson(value).object()["context"_L1].toObject());
}

} // namespace

FateWatcher::FateWatcher(
    const KafkaAccess& access, std::unique_ptr<ClusterAdmin> admin, std::unique_ptr<RecordReader> reader)
    : m_naming(access.deadLetters)
    , m_avro(access)
    , m_admin(std::move(admin))
    , m_reader(std::move(reader))
{
}

FateWatcher::~FateWatcher() = default;

Result<std::unique_ptr<FateWatcher>> FateWatcher::open(
    const KafkaAccess& access, const QStringList& deadLetters, const TaskContext& task)
{
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    std::unique_ptr<FateWatcher> watcher(new FateWatcher(access, std::move(*admin), std::move(*reader)));
    if (const auto started = watcher->start(deadLetters, task); !started)
        return fail(started.error());
    return watcher;
}

Result<void> FateWatcher::start(const QStringList& deadLetters, const TaskContext& task)
{
    const auto all = m_admin->listTopics({.watermarks = false, .groups = false, .internals = false}, task);
    if (!all)
        return fail(all.error());
    QStringList names;
    for (const TopicInfo& info : *all)
        names.append(info.topic);
    QStringList topics = deadLetters;
    topics.append(auditTopic());
    for (const QString& topic : serviceTopics()) {
        topics += m_naming.among(topic, names);
        if (!channelOfTopic(topic).isEmpty())
            topics.append(topic);
    }
    topics.removeDuplicates();
    for (const QString& topic : std::as_const(topics)) {
        if (topic != auditTopic() && !serviceTopics().contains(topic))
            m_deadLetters.insert(topic);
    }
    for (const QString& topic : std::as_const(topics)) {
        const auto info = m_admin->topic(topic, task);
        if (!info && info.error().is(errors::unknownTopic))
            continue;
        if (!info)
            return fail(info.error());
        for (const PartitionInfo& partition : info->partitions)
            m_positions[topic].insert(partition.partition, partition.high);
    }
    return {};
}

void FateWatcher::add(const RecordPlace& place, const QByteArray& value)
{
    m_sent[place.topic][place.partition].insert(place.offset);
    m_last = place;
    if (expectedType(place.topic).isEmpty())
        return;
    if (const QByteArray source = sourceOf(value); !source.isEmpty())
        m_sources.insert(source);
}

void FateWatcher::failed(const QString& words)
{
    if (m_failures++ == 0)
        m_firstFailure = words;
    ++m_news;
}

void FateWatcher::takeDeadLetter(const Record& record)
{
    const auto hop = latestHop(record.headers);
    const bool itself =
        hop && hop->partition && hop->offset && m_sent.value(hop->topic).value(*hop->partition).contains(*hop->offset);
    // A letter that an event led to has the event's source.
    const bool itsLetter = !itself && hop && !channelOfTopic(hop->topic).isEmpty() && record.value
        && m_sources.contains(sourceOf(*record.value));
    if (itself || itsLetter)
        failed(decodeFailureHeaders(record.headers).message.section(u'\n', 0, 0).left(300));
}

void FateWatcher::takeAudit(const AuditDelivery& audit)
{
    if (!m_sources.contains(audit.sourceKey))
        return;
    ++m_news;
    switch (audit.kind) {
    case DeliveryKind::SilentFailure:
        failed(audit.reason);
        return;
    case DeliveryKind::Delivered:
        m_delivered = true;
        m_trying = false;
        return;
    case DeliveryKind::EventAttempt:
    case DeliveryKind::RecordAttempt:
        m_trying = true;
        return;
    }
}

void FateWatcher::take(const Record& record, const TaskContext& task)
{
    if (!record.value)
        return;
    if (record.topic == auditTopic()) {
        const auto json = AvroDecoder::isFramed(*record.value) ? m_avro.toJson(*record.value, task)
                                                               : Result<QByteArray>(*record.value);
        const auto audit = json ? readAudit(record.place(), record.timestamp, *json)
                                : Result<std::optional<AuditDelivery>>(std::nullopt);
        if (audit && *audit)
            takeAudit(**audit);
    } else if (!channelOfTopic(record.topic).isEmpty()) {
        // What was sent by hand to a channel is not what an event led to.
        const bool itself = m_sent.value(record.topic).value(record.partition).contains(record.offset);
        if (!itself && m_sources.contains(sourceOf(*record.value))) {
            m_handedOver = true;
            ++m_news;
        }
    }
}

Result<void> FateWatcher::readNew(const QString& topic, const TaskContext& task)
{
    const auto info = m_admin->topic(topic, task);
    if (!info)
        return info.error().is(errors::unknownTopic) ? Result<void>() : fail(info.error());
    ReadRequest request;
    request.topic = topic;
    QMap<qint32, qint64>& positions = m_positions[topic];
    for (const PartitionInfo& partition : info->partitions) {
        const qint64 from = positions.value(partition.partition, 0);
        if (from < partition.high)
            request.offsets.insert(partition.partition, {from, partition.high});
    }
    if (request.offsets.isEmpty())
        return {};
    const auto done = m_reader->scan(
        request,
        [&](RecordBatch batch) {
            for (const RecordView& view : batch) {
                const Record record = view.toRecord();
                if (m_deadLetters.contains(topic))
                    takeDeadLetter(record);
                else
                    take(record, task);
            }
            return Flow::Continue;
        },
        task);
    if (!done)
        return fail(done.error());
    // An open transaction of somebody may have kept a part out of sight.
    for (const PartitionProgress& progress : done->partitions)
        positions[progress.partition] = std::max(positions.value(progress.partition), progress.position);
    return {};
}

Result<void> FateWatcher::look(const TaskContext& task)
{
    for (const QString& topic : m_positions.keys()) {
        if (const auto read = readNew(topic, task); !read)
            return read;
    }
    return {};
}

bool FateWatcher::consumersPassed(const TaskContext& task)
{
    const auto groups = m_admin->groups(task);
    if (!groups)
        return false;
    for (const GroupInfo& group : *groups) {
        // A group without members had its offsets set by hand.
        if (group.members.isEmpty())
            continue;
        for (const GroupOffset& committed : group.offsets) {
            if (committed.place.topic == m_last.topic && committed.place.partition == m_last.partition
                && committed.place.offset > m_last.offset)
                return true;
        }
    }
    return false;
}

Result<FateWatcher::Fate> FateWatcher::await(std::chrono::milliseconds time, const TaskContext& task)
{
    QDeadlineTimer deadline(time);
    QDeadlineTimer quiet(QDeadlineTimer::Forever);
    qint64 news = m_news;
    bool passed = false;
    while (true) {
        if (const auto looked = look(task); !looked)
            return fail(looked.error());
        if (m_failures > 0)
            return Fate::Failed;
        if (!passed && consumersPassed(task)) {
            passed = true;
            ++m_news;
        }
        if (m_news != news) {
            news = m_news;
            quiet = QDeadlineTimer(m_delivered ? std::chrono::milliseconds(quietDelivered) : quietTaken);
        }
        const bool good = m_delivered || m_handedOver || passed;
        if (good && !m_trying && quiet.hasExpired())
            return Fate::Good;
        if (deadline.hasExpired())
            return Fate::Unseen;
        if (task.cancel.waitFor(lookEvery))
            return TaskContext::cancelled();
    }
}

} // namespace nc
