#include "kafka/reading/recordreader.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/errors.h"
#include "kafka/reading/fetchloop.h"
#include "kafka/reading/newestrecords.h"
#include "kafka/reading/readplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

struct RecordReader::Private {
    KafkaAccess access;
    int queueKilobytes = usualQueueKilobytes;
    std::shared_ptr<KafkaClient> clients[2];
    ReadSummary summary;
    std::vector<RecordView> views;

    Result<std::shared_ptr<KafkaClient>> client(Isolation isolation);
    void note(const std::vector<FetchRange>& ranges);
    Flow pass(std::span<rd_kafka_message_t* const> batch, const Sink& sink);
    /// True when the sink wants no more.
    Result<bool> newest(const std::shared_ptr<KafkaClient>& client, const ReadRequest& request,
        std::vector<FetchRange>& ranges, const Sink& sink, const TaskContext& task);
};

RecordReader::RecordReader(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

RecordReader::~RecordReader() = default;

Result<std::unique_ptr<RecordReader>> RecordReader::open(const KafkaAccess& access, int queueKilobytes)
{
    auto p = std::make_unique<Private>();
    p->access = access;
    p->queueKilobytes = queueKilobytes;
    // Says at once what is wrong with the settings; connects in the background.
    if (const auto client = p->client(Isolation::ReadCommitted); !client)
        return fail(client.error());
    return std::unique_ptr<RecordReader>(new RecordReader(std::move(p)));
}

Result<std::shared_ptr<KafkaClient>> RecordReader::Private::client(Isolation isolation)
{
    auto& client = clients[static_cast<int>(isolation)];
    if (!client) {
        auto opened = KafkaClient::open(KafkaClient::Kind::Consumer, access, readerSettings(isolation, queueKilobytes));
        if (!opened)
            return opened;
        client = *opened;
    }
    return client;
}

void RecordReader::Private::note(const std::vector<FetchRange>& ranges)
{
    summary.partitions.clear();
    for (const FetchRange& range : ranges)
        summary.partitions.append(range.progress);
}

Flow RecordReader::Private::pass(std::span<rd_kafka_message_t* const> batch, const Sink& sink)
{
    views.clear();
    for (const rd_kafka_message_t* message : batch) {
        views.emplace_back(message);
        summary.bytes += static_cast<qint64>(message->len + message->key_len);
    }
    summary.scanned += static_cast<qint64>(batch.size());
    return sink(views);
}

Result<bool> RecordReader::Private::newest(const std::shared_ptr<KafkaClient>& client, const ReadRequest& request,
    std::vector<FetchRange>& ranges, const Sink& sink, const TaskContext& task)
{
    auto chosen = findNewest(client, request.topic, ranges, request.from.value, task);
    if (!chosen)
        return fail(chosen.error());
    for (std::size_t i = 0; i < ranges.size(); ++i)
        ranges[i].progress.begin = chosen->begins[i];
    if (!chosen->held)
        return false; // read in the ordinary way from there
    std::vector<rd_kafka_message_t*> batch;
    for (std::size_t i = 0; i < chosen->messages.size();) {
        batch.clear();
        for (; i < chosen->messages.size() && batch.size() < static_cast<std::size_t>(request.batchSize); ++i)
            batch.push_back(chosen->messages[i].get());
        if (pass(batch, sink) == Flow::Stop && i < chosen->messages.size())
            return true;
    }
    for (FetchRange& range : ranges) {
        range.progress.position = range.progress.end;
        range.done = true;
    }
    return false;
}

Result<ReadSummary> RecordReader::scan(const ReadRequest& request, const Sink& sink, const TaskContext& task)
{
    d->summary = {};
    const auto client = d->client(request.isolation);
    if (!client)
        return fail(client.error());
    auto planned = planRead(*client, request, task);
    if (!planned)
        return fail(planned.error());
    std::vector<FetchRange> ranges = std::move(*planned);
    d->note(ranges);

    bool stopped = false;
    std::vector<qint64> begins; // of what was chosen as the newest
    if (request.offsets.isEmpty() && request.from.kind == ReadFrom::Kind::Newest) {
        const auto done = d->newest(*client, request, ranges, sink, task);
        d->note(ranges);
        if (!done)
            return fail(done.error());
        stopped = *done;
        const bool delivered = std::ranges::all_of(ranges, &FetchRange::done);
        for (FetchRange& range : ranges) {
            begins.push_back(range.progress.begin);
            if (delivered)
                range.progress.begin = range.progress.end;
        }
    }
    if (request.follow && request.to.kind == ReadTo::Kind::End && request.offsets.isEmpty()) {
        for (FetchRange& range : ranges)
            range.progress.end = -1;
    }
    bool complete = false;
    if (!stopped) {
        const auto fetched = fetchRanges(
            *client, request.topic, ranges, request.batchSize,
            [&](std::span<rd_kafka_message_t*> batch) {
                d->note(ranges);
                return d->pass(batch, sink);
            },
            task);
        d->note(ranges);
        if (!fetched)
            return fail(fetched.error());
        complete = *fetched;
    }
    for (std::size_t i = 0; i < begins.size(); ++i)
        d->summary.partitions[qsizetype(i)].begin = begins[i];
    d->summary.complete = complete;
    return d->summary;
}

const ReadSummary& RecordReader::progress() const
{
    return d->summary;
}

Result<QList<Record>> RecordReader::fetch(
    const QString& topic, const QList<RecordPlace>& places, const TaskContext& task)
{
    QMap<qint32, QList<qint64>> wanted;
    for (const RecordPlace& place : places)
        wanted[place.partition].append(place.offset);
    QList<Record> records;
    while (!wanted.isEmpty()) {
        // Neighbours come in one range; a long way between two of them is jumped over.
        ReadRequest request;
        request.topic = topic;
        request.isolation = Isolation::ReadUncommitted;
        QMap<qint32, QList<qint64>> later;
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            std::ranges::sort(*it);
            qsizetype last = 0;
            while (last + 1 < it->size() && it->at(last + 1) - it->at(last) < 100)
                ++last;
            request.offsets.insert(it.key(), {it->first(), it->at(last) + 1});
            if (last + 1 < it->size())
                later.insert(it.key(), it->mid(last + 1));
        }
        const auto take = [&](RecordBatch batch) {
            for (const RecordView& view : batch) {
                if (std::ranges::binary_search(wanted.value(view.partition()), view.offset()))
                    records.append(view.toRecord());
            }
            return Flow::Continue;
        };
        if (const auto done = scan(request, take, task); !done)
            return fail(done.error());
        wanted = later;
    }
    return records;
}

} // namespace nc
