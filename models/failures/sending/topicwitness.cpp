#include "failures/sending/topicwitness.h"

#include "kafka/client/errors.h"
#include "kafka/reading/recordreader.h"

#include <QDeadlineTimer>

using namespace std::chrono_literals;

namespace nc {
namespace {

/// A broker that restarts is waited for; the transaction that stands open meanwhile ends after ten seconds.
constexpr auto patience = 8s;

/// One record is looked for, so no more than the batch that holds it is worth fetching.
constexpr int queueKilobytes = 16;

} // namespace

TopicWitness::TopicWitness(KafkaAccess access, QString topic)
    : m_access(std::move(access))
    , m_topic(std::move(topic))
{
}

TopicWitness::~TopicWitness() = default;

TopicWitness::Seen TopicWitness::seen(const SendingItem& item)
{
    return {item.partition, item.offset, recordHash(item.timestamp, item.key, item.value)};
}

Result<TopicWitness::Finding> TopicWitness::look(const Seen& earlier, const TaskContext& task)
{
    if (!m_reader) {
        auto opened = RecordReader::open(m_access, queueKilobytes);
        if (!opened)
            return fail(opened.error());
        m_reader = std::move(*opened);
    }
    ReadRequest request;
    request.topic = m_topic;
    request.isolation = Isolation::ReadUncommitted;
    request.offsets = {{earlier.partition, {earlier.offset, earlier.offset + 1}}};
    std::optional<QByteArray> found;
    const auto take = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            const Record record = view.toRecord();
            if (record.offset == earlier.offset)
                found = recordHash(record.timestamp, record.key, record.value);
        }
        return Flow::Continue;
    };
    const auto read = m_reader->scan(request, take, task);
    if (!read && (read.error().is(errors::unknownTopic) || read.error().is(errors::unknownPartition)))
        return Finding::Other;
    if (!read)
        return fail(read.error());
    if (found)
        return *found == earlier.hash ? Finding::Same : Finding::Other;
    for (const PartitionProgress& partition : read->partitions) {
        if (partition.partition == earlier.partition && partition.high <= earlier.offset)
            return Finding::Other;
    }
    // Retention or compaction took it: that tells nothing.
    return Finding::Nothing;
}

Result<TopicWitness::Finding> TopicWitness::lookPatiently(const Seen& earlier, const TaskContext& task)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        auto found = look(earlier, task);
        if (found || found.error().next != Next::Retry || deadline.hasExpired() || task.isCancelled())
            return found;
        if (task.cancel.waitFor(200ms))
            return TaskContext::cancelled();
    }
}

void TopicWitness::begin(const TaskContext& task)
{
    m_begun = Clock::now();
    m_look = std::async(std::launch::async, [this, earlier = *m_seen, cancel = task.cancel] {
        return lookPatiently(earlier, TaskContext{cancel, {}});
    });
}

void TopicWitness::prepare(const SendingItem& first, const TaskContext& task)
{
    if (!m_seen)
        m_seen = seen(first);
    if (!m_look.valid())
        begin(task);
}

Result<void> TopicWitness::confirm(const QList<SendingItem>& batch, Clock::time_point readBy, const TaskContext& task)
{
    if (!m_seen && !batch.isEmpty())
        m_seen = seen(batch.first());
    if (!m_seen)
        return {};
    // A look that began before the batch was complete proves nothing about its last records.
    if (m_look.valid() && m_begun < readBy)
        static_cast<void>(m_look.get());
    if (!m_look.valid())
        begin(task);
    const auto found = m_look.get();
    if (!found)
        return fail(found.error());
    if (*found == Finding::Other)
        return fail(errors::topicReplaced, m_topic);
    if (!batch.isEmpty())
        m_seen = seen(batch.last());
    return {};
}

} // namespace nc
