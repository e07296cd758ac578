#pragma once

#include "core/task.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/offsetselection.h"
#include "failures/letters/deadletterstore.h"
#include "kafka/client/kafkaaccess.h"

namespace nc {

// Records in a file, before their topic's retention takes them: one a line, so that `topics produce --jsonl` gives back
// the same bytes; complete or not at all. All functions block. errors::cannotWrite and those of reading.

/// Chosen records of any topic; a file that stands at the path is replaced (a person chose it). Gives how many.
Result<qint64> keepRecords(const KafkaAccess& access, const QString& topic, const OffsetSelection& chosen,
    const QString& path, const TaskContext& task);

struct Kept {
    qint64 records = 0;
    qint64 earliest = -1; ///< when the first of them expires; -1: never, or not known
};
/// What keepLetters() and keepDeliveries() have in common.
struct KeepOrder {
    /// Only those that expire within so many milliseconds from now; nothing: all that the query wants.
    std::optional<qint64> within;
    QString path; ///< a new file: what was kept before is never written over
};
/// Dead letters. Nothing is written where none is to be kept. What could not be seen may have been to be kept as well.
Result<Seen<Kept>> keepLetters(
    DeadLetterStore& store, const LetterQuery& query, const KeepOrder& order, const TaskContext& task);
/// The audit records of failed deliveries, all attempts of each.
Result<Seen<Kept>> keepDeliveries(const KafkaAccess& access, DeliveryStore& store, const DeliveryQuery& query,
    const OffsetSelection& chosen, const KeepOrder& order, const TaskContext& task);

/// `<topic>-<time>.jsonl` for a file of what was kept.
QString keptFileName(const QString& topic, qint64 now);

/// After how many milliseconds the topic gives up a record; 0: never, or the cluster does not say.
Result<qint64> retentionOf(const KafkaAccess& access, const QString& topic, const TaskContext& task);

} // namespace nc
