#pragma once

#include "core/result.h"
#include "core/task.h"
#include "gate/pass.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <functional>
#include <memory>

namespace nc {

/// A record to be written: `partition` -1 means the one that Java's partitioner gives (murmur2 of the key, any without
/// a key); `timestamp` -1 means now. The record's `topic` is where it goes.
struct WriteTarget {
    RecordPlace place; ///< with the offset it got
    qint64 timestamp = -1;
};

/// Writes records, idempotent and acknowledged by all in-sync replicas. Use from one thread at a time.
class RecordWriter {
public:
    /// errors::wrongPass where its operation changes nothing on a cluster.
    static Result<std::unique_ptr<RecordWriter>> open(const KafkaAccess& access, const Pass& pass);
    ~RecordWriter();
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;

    /// Writes one and waits for the acknowledgement. errors::unknownTopic (no topic is ever created by writing),
    /// errors::unknownPartition, errors::recordTooLarge.
    Result<WriteTarget> write(const Record& record, const TaskContext& task);

    using Acknowledged = std::function<void(const Result<WriteTarget>&, qint64 index)>;
    /// Hands one over without waiting, except for room in the queue; `index` comes back with its acknowledgement,
    /// which is called from enqueue() or flush().
    Result<void> enqueue(const Record& record, qint64 index, const Acknowledged& done, const TaskContext& task);
    /// Waits until everything is acknowledged or has failed.
    Result<void> flush(const TaskContext& task);

private:
    struct Private;
    explicit RecordWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
