#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <QList>

namespace nc {

/// A group whose committed offset on a partition stands before a record that can neither be processed nor dead-lettered
/// (docs/contracts.md, section 11): the whole topic waits behind it.
struct StuckPartition {
    QString group;
    QString topic;
    qint32 partition = -1;
    qint64 offset = -1; ///< of the record
    qint64 size = 0; ///< of its value
    qint64 lag = 0; ///< from the committed offset to the end
    bool running = false; ///< the group has members now
    Error reason; ///< errors::stuckUndeserializable, stuckTooLarge
};

/// Above this an undeserializable record's dead letter, which holds its bytes as decimal text twice, exceeds 1 MiB.
inline constexpr qint64 largestPoison = 77'000;

/// Nothing when the service could deserialize or dead-letter the record.
std::optional<Error> whyStuck(const Record& record);

/// Looks at every committed offset in the service's topics. Where no group at all can be seen sources::groups is
/// unseen: nobody has committed anything yet, or a right is missing. Blocks.
Result<Seen<QList<StuckPartition>>> findStuck(const KafkaAccess& access, const TaskContext& task);

/// Keeps the record in `file` (a line of JSON that `topics produce --jsonl` writes back exactly), which must not exist
/// yet, then moves the group past it. errors::groupNotEmpty while the group has members; the file is then kept.
Result<void> skipStuck(
    const KafkaAccess& access, const StuckPartition& stuck, const QString& file, const TaskContext& task);

/// What skipStuck() kept in a file. errors::cannotRead and those of recordFromJson().
Result<Record> readKept(const QString& file);

/// Sends a kept record with another value to the partition where it stood, with its key, its own headers and the type
/// that its reader expects. Blocks.
Result<RecordPlace> sendMended(
    const KafkaAccess& access, Record record, const QByteArray& value, const TaskContext& task);

} // namespace nc
