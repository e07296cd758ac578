#include "kafka/scanfeed.h"

#include "kafka/avrodecoder.h"
#include "kafka/headline.h"
#include "kafka/recordmatcher.h"
#include "kafka/topiccatalogue.h"
#include "kafka/topicposition.h"

#include <QElapsedTimer>
#include <QHash>

#include <mutex>

using namespace std::chrono_literals;

namespace nc {

/// Shared by the feed and its scan; `feed` is null once the feed is gone.
struct ScanFeed::Channel {
    std::mutex mutex;
    ScanFeed* feed = nullptr;
    int onTheWay = 0;

    static constexpr int mostOnTheWay = 4;

    /// False when nobody listens any more.
    bool post(const std::shared_ptr<Channel>& self, QList<RecordRow> rows, qint64 matched, qint64 scanned)
    {
        const std::lock_guard lock(mutex);
        if (!feed)
            return false;
        ++onTheWay;
        QMetaObject::invokeMethod(
            feed,
            [self, rows = std::move(rows), matched, scanned] {
                ScanFeed* to = nullptr;
                {
                    const std::lock_guard inner(self->mutex);
                    --self->onTheWay;
                    to = self->feed;
                }
                if (!to)
                    return;
                if (!rows.isEmpty())
                    Q_EMIT to->rows(rows);
                Q_EMIT to->progressed(matched, scanned);
            },
            Qt::QueuedConnection);
        return true;
    }
    bool isFull()
    {
        const std::lock_guard lock(mutex);
        return feed && onTheWay >= mostOnTheWay;
    }
};

ScanFeed::ScanFeed(QObject* parent)
    : QObject(parent)
    , m_channel(std::make_shared<Channel>())
{
    m_channel->feed = this;
}

ScanFeed::~ScanFeed()
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->feed = nullptr;
}

std::function<Result<ScanOutcome>(const KafkaAccess&, const TaskContext&)> ScanFeed::workFor(const ScanOrder& order)
{
    return [channel = m_channel, order](const KafkaAccess& access, const TaskContext& task) -> Result<ScanOutcome> {
        auto reader = RecordReader::open(access);
        if (!reader)
            return fail(reader.error());
        const RecordMatcher::ValueDecoder decode = AvroDecoder(access).forRecords(task);
        const RecordMatcher matcher(order.filter, decode);
        const auto known = TopicCatalogue::builtIn().find(order.request.topic);
        Headline headline(known ? known->headline : QStringList());
        ScanOutcome outcome;
        QList<RecordRow> waiting;
        QElapsedTimer sincePost;
        sincePost.start();
        qint64 posted = -1;
        const auto post = [&] {
            sincePost.restart();
            while (channel->isFull() && !task.isCancelled())
                task.cancel.waitFor(5ms);
            posted = (*reader)->progress().scanned;
            return channel->post(channel, std::exchange(waiting, {}), outcome.matched, posted);
        };
        QHash<qint32, qint64> left; // the first record of each partition that was read but not looked at
        const auto take = [&](RecordBatch batch) {
            for (const RecordView& record : batch) {
                if (outcome.limited) {
                    if (!left.contains(record.partition()))
                        left.insert(record.partition(), record.offset());
                    continue;
                }
                if (!matcher.matches(record))
                    continue;
                ++outcome.matched;
                const auto decoded = decode(record);
                RecordRow row = RecordRow::of(record, decoded);
                if (!headline.isEmpty() && row.size >= 0)
                    row.headline = headline.of(decoded ? QByteArrayView(*decoded) : *record.value());
                waiting.append(std::move(row));
                outcome.limited = outcome.matched == order.limit;
            }
            if (outcome.limited)
                return Flow::Stop;
            const bool due = waiting.size() >= 500
                || (sincePost.elapsed() >= 100 && (!waiting.isEmpty() || posted != (*reader)->progress().scanned));
            return due && !post() ? Flow::Stop : Flow::Continue;
        };
        const auto done = (*reader)->scan(order.request, take, task);
        (void)post();
        if (!done)
            return fail(done.error());
        outcome.summary = *done;
        for (PartitionProgress& partition : outcome.summary.partitions)
            partition.position = left.value(partition.partition, partition.position);
        // What was looked at to the end is no part of more.
        outcome.limited = outcome.limited && !rangesLeft(outcome.summary.partitions).isEmpty();
        return outcome;
    };
}

} // namespace nc
