#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/reading/flow.h"
#include "kafka/reading/readprogress.h"
#include "kafka/reading/readrequest.h"

#include <functional>
#include <span>
#include <vector>

namespace nc {

/// One partition's part of a reading.
struct FetchRange {
    PartitionProgress progress; ///< begin, end (-1: endless) and high are given; position is kept up to date
    qint32 leader = -1;
    bool done = false;
};

/// May take a message by putting null in its place; the others are destroyed afterwards. An empty batch comes every
/// 100 ms while nothing arrives.
using MessageSink = std::function<Flow(std::span<rd_kafka_message_t*> batch)>;

/// What every client that reads is made with; `queueKilobytes`: see RecordReader::open().
QList<ClientSetting> readerSettings(Isolation isolation, int queueKilobytes);

/// The engine of all reading: fetches `ranges` of `topic` through one queue, in batches, and stops each by position.
/// The last offset below an end may be a transaction marker or compacted away and never comes, so a later record or the
/// broker's end-of-partition event ends a range as well. True when every range was done, false when the sink stopped.
Result<bool> fetchRanges(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    std::vector<FetchRange>& ranges, int batchSize, const MessageSink& sink, const TaskContext& task);

} // namespace nc
