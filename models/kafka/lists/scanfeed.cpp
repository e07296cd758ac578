#include "kafka/lists/scanfeed.h"

#include "kafka/filter/headline.h"
#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/flow.h"
#include "kafka/reading/recordreader.h"
#include "kafka/reading/topicposition.h"
#include "kafka/records/topiccatalogue.h"
#include "kafka/schemas/avrodecoder.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>

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

namespace {

/// Picks what passes the filter and makes its rows.
class RowMaker {
public:
    RowMaker(const ScanOrder& order, const KafkaAccess& access, const TaskContext& task)
        : m_decode(AvroDecoder(access).forRecords(task))
        , m_matcher(order.filter, m_decode)
        , m_headline(headlineOf(order.request.topic))
    {
    }
    std::optional<RecordRow> row(const RecordView& record)
    {
        if (!m_matcher.matches(record))
            return {};
        const auto decoded = m_decode(record);
        RecordRow row = RecordRow::of(record, decoded);
        if (!m_headline.isEmpty() && row.size >= 0)
            row.headline = m_headline.of(decoded ? QByteArrayView(*decoded) : *record.value());
        return row;
    }

private:
    static QStringList headlineOf(const QString& topic)
    {
        const auto known = TopicCatalogue::builtIn().find(topic);
        return known ? known->headline : QStringList();
    }
    RecordMatcher::ValueDecoder m_decode;
    RecordMatcher m_matcher;
    Headline m_headline;
};

/// Records of one piece are held until they can be put into their order in time, so it must not be too large.
constexpr qint64 firstPiece = 2000;
constexpr qint64 largestPiece = 20'000;
constexpr qint64 pieceBytes = 24LL * 1024 * 1024;

using Post = std::function<bool(QList<RecordRow> rows, const ScanOutcome& soFar)>;

Result<ScanOutcome> scanBackwards(
    const ScanOrder& order, RecordReader& reader, RowMaker& maker, const Post& post, const TaskContext& task)
{
    ScanOutcome outcome;
    QMap<qint32, PartitionProgress> partitions;
    ReadRequest request = order.request;
    qint64 budget = order.budget < 0 ? std::numeric_limits<qint64>::max() : order.budget;
    qint64 piece = firstPiece;
    bool more = true;
    while (more && budget > 0 && (order.limit < 0 || outcome.matched < order.limit)) {
        qint64 count = std::min(piece, budget);
        if (order.filter.takesAll() && order.limit >= 0)
            count = std::min(count, order.limit - outcome.matched);
        request.from = {ReadFrom::Kind::Newest, count};
        QList<RecordRow> rows;
        const auto take = [&](RecordBatch batch) {
            for (const RecordView& record : batch) {
                if (auto row = maker.row(record))
                    rows.append(std::move(*row));
            }
            return task.isCancelled() ? Flow::Stop : Flow::Continue;
        };
        const auto done = reader.scan(request, take, task);
        if (!done)
            return fail(done.error());
        if (task.isCancelled())
            return TaskContext::cancelled();
        for (const PartitionProgress& one : done->partitions) {
            const auto known = partitions.find(one.partition);
            if (known == partitions.end())
                partitions.insert(one.partition, one);
            else
                known->begin = one.begin;
            request.before.insert(one.partition, one.begin);
        }
        outcome.matched += rows.size();
        outcome.summary.scanned += done->scanned;
        outcome.summary.bytes += done->bytes;
        if (!post(std::move(rows), outcome))
            break;
        more = done->scanned == count;
        budget -= done->scanned;
        const qint64 usual = outcome.summary.bytes / std::max<qint64>(1, outcome.summary.scanned);
        piece = std::clamp(pieceBytes / std::max<qint64>(1, usual), qint64(100), largestPiece);
    }
    outcome.summary.partitions = partitions.values();
    outcome.summary.complete = !more;
    outcome.limited = std::ranges::any_of(
        outcome.summary.partitions, [](const PartitionProgress& one) { return one.begin > one.low; });
    return outcome;
}

} // namespace

std::function<Result<ScanOutcome>(const KafkaAccess&, const TaskContext&)> ScanFeed::workFor(const ScanOrder& order)
{
    return [channel = m_channel, order](const KafkaAccess& access, const TaskContext& task) -> Result<ScanOutcome> {
        auto reader = RecordReader::open(access);
        if (!reader)
            return fail(reader.error());
        RowMaker maker(order, access, task);
        if (order.backwards) {
            const auto post = [&](QList<RecordRow> rows, const ScanOutcome& soFar) {
                while (channel->isFull() && !task.isCancelled())
                    task.cancel.waitFor(5ms);
                return channel->post(channel, std::move(rows), soFar.matched, soFar.summary.scanned);
            };
            return scanBackwards(order, **reader, maker, post, task);
        }
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
                auto row = maker.row(record);
                if (!row)
                    continue;
                ++outcome.matched;
                waiting.append(std::move(*row));
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
