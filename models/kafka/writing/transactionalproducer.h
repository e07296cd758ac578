#pragma once

#include "core/result.h"
#include "core/task.h"
#include "gate/pass.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <memory>

namespace nc {

/// What became of one record of a transaction. Its place counts only once the transaction is committed.
struct SendOutcome {
    qint32 partition = -1;
    qint64 offset = -1;
    std::optional<Error> error; ///< set: not written; the transaction can only be aborted

    bool ok() const { return !error && offset >= 0; }
};

struct TransactionSettings {
    QByteArray transactionalId;
    /// After this long the broker ends what a dead program left open; until then it holds read_committed readers back.
    std::chrono::milliseconds timeout{10'000};
    /// Requests of the producer stay under this, for topics with a smaller limit than usual.
    int batchBytes = 1'000'000;
};

/// An idempotent producer whose records and acknowledgements come in transactions. Use from one thread at a time.
/// Errors: kafkaFenced (another program took the same transactional id: this object is of no more use),
/// kafkaForbidden (the right to write transactions is missing), those of the connection. Error::next tells what may be
/// done: Abort (abort() and go on), Fatal (throw the object away), InDoubt (whether the commit took effect is unknown).
class TransactionalProducer {
public:
    /// Connects and initialises: fences whoever holds the same id and ends what it left open. Blocks until done.
    /// errors::wrongPass where the pass's operation changes nothing on a cluster.
    static Result<std::unique_ptr<TransactionalProducer>> open(
        const KafkaAccess& access, const TransactionSettings& settings, const Pass& pass, const TaskContext& task);
    ~TransactionalProducer();
    TransactionalProducer(const TransactionalProducer&) = delete;
    TransactionalProducer& operator=(const TransactionalProducer&) = delete;

    Result<void> begin();
    /// Hands a record to the client (which copies it); waits only for room in its queue. `record.partition` must be a
    /// partition of the topic. A record that cannot be taken at all gives errors::recordTooLarge and changes nothing.
    Result<void> send(const Record& record, const TaskContext& task);
    /// Waits until every record since begin() was acknowledged or has failed, and gives what became of each, in the
    /// order of send().
    Result<QList<SendOutcome>> settle(const TaskContext& task);
    /// A cancel is looked at only before it and when the broker does not answer: then the error is InDoubt.
    Result<void> commit(const TaskContext& task);
    /// Not stopped by a cancel.
    Result<void> abort();

    /// Asks for the topic's partitions and their leaders, so that the first transaction need not wait for them.
    void warm(const QString& topic);

private:
    struct Private;
    explicit TransactionalProducer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
