#pragma once

#include "core/task.h"
#include "kafka/kafkaaccess.h"
#include "kafka/transactionalproducer.h"

#include <memory>

namespace nc {

/// The transactional id of every writer of the ledger for one dead-letter topic (or audit-events) of one cluster: a
/// second one fences the first.
QByteArray transactionalIdFor(const QString& clusterId, const QString& topic);

/// The one that may write for a topic from now on, until somebody else takes over (docs/architecture.md, "Exactly-once
/// replay"). Events are known twice, as dead letters and by their audit, so whoever sends events takes both.
struct WriterFence {
    std::unique_ptr<TransactionalProducer> writer;
    std::unique_ptr<TransactionalProducer> other; ///< of the event's other trace; only held
};

struct FenceRequest {
    QString clusterId;
    QString topic; ///< whose ledger is written
    QString otherTopic; ///< empty: none
    int batchBytes = 1'000'000;
    QStringList targets; ///< asked for beforehand; must exist
};

/// Blocks until predecessors are fenced. errors::transactionsForbidden (with the id), replayFenced when somebody took
/// over in the same moment, and those of the connection.
Result<WriterFence> takeWriterFence(const KafkaAccess& access, const FenceRequest& request, const TaskContext& task);

} // namespace nc
