#pragma once

#include "core/task.h"
#include "deadletters/base/offsetselection.h"
#include "kafka/kafkaaccess.h"

namespace nc {

/// Writes records of any topic to `path`, one a line, so that `topics produce --jsonl` gives back the same bytes.
/// Complete or not at all. Gives how many. Blocks. errors::unknownTopic, cannotWrite.
Result<qint64> keepRecords(const KafkaAccess& access, const QString& topic, const OffsetSelection& chosen,
    const QString& path, const TaskContext& task);

/// After how many milliseconds the topic gives up a record; 0: never, or the cluster does not say. Blocks.
Result<qint64> retentionOf(const KafkaAccess& access, const QString& topic, const TaskContext& task);

} // namespace nc
