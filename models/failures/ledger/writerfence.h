#pragma once

#include "core/task.h"
#include "gate/pass.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/writing/transactionalproducer.h"

#include <functional>
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
    const Pass* pass = nullptr; ///< through the gate; without one there is errors::wrongPass
};

/// Blocks until predecessors are fenced. `ledgerReady` is called in between and makes the ledger topic: not before it
/// is known that transactions are allowed. errors::transactionsForbidden (with the missing right), replayFenced when
/// somebody took over in the same moment, and those of the connection.
Result<WriterFence> takeWriterFence(const KafkaAccess& access, const FenceRequest& request,
    const std::function<Result<void>()>& ledgerReady, const TaskContext& task);

/// Where a right is missing that exactly once takes (on the transactional id or the ledger topic) the error becomes
/// errors::transactionsForbidden; where it is another one (on the target) it stays what it is.
Error explainWriting(Error error, const QString& topic);

} // namespace nc
