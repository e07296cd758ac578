#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/reading/flow.h"
#include "kafka/reading/readprogress.h"
#include "kafka/reading/readrequest.h"
#include "kafka/records/recordview.h"

#include <functional>
#include <memory>

namespace nc {

/// Reads records without a consumer group: assigns partitions itself and never commits. Keeps its connection between
/// readings. Use from one thread at a time.
class RecordReader {
public:
    /// Is given records in batches, oldest first within a partition (with ReadFrom::Newest by time over all of them),
    /// in the reading thread; the views die with the call. Stop ends the reading at once (`complete` is then false,
    /// unless it was the very end). An empty batch comes every 100 ms while nothing arrives.
    using Sink = std::function<Flow(RecordBatch batch)>;

    /// Read ahead of the sink: enough for values of any size. librdkafka counts values alone, so where headers are
    /// larger than values (dead letters with their traces) the memory is larger, too.
    static constexpr int usualQueueKilobytes = 16384;
    static constexpr int queueKilobytesForTraces = 1024;

    static Result<std::unique_ptr<RecordReader>> open(
        const KafkaAccess& access, int queueKilobytes = usualQueueKilobytes);
    ~RecordReader();
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    /// Blocks until the range is done, the sink stops, or `task` is cancelled (within 100 ms): a cancelled reading
    /// gives errors::cancelled, progress() still tells how far it got. Progress is reported in offsets.
    /// errors::unknownTopic, errors::unknownPartition and those of the connection.
    Result<ReadSummary> scan(const ReadRequest& request, const Sink& sink, const TaskContext& task);

    /// Of the reading under way or the last one; for the sink and after an error. Same thread.
    const ReadSummary& progress() const;

    /// Fetches exactly these records (for the detail of a row). Those that are gone are missing from the answer.
    Result<QList<Record>> fetch(const QString& topic, const QList<RecordPlace>& places, const TaskContext& task);

private:
    struct Private;
    explicit RecordReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
