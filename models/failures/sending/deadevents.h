#pragma once

#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/ledger/ledgerstore.h"
#include "kafka/client/kafkaaccess.h"

#include <QHash>

namespace nc {

class DeadLetterStore;

/// The events that stand as dead letters, so that a failed delivery whose event is there is not sent on its
/// own as well. A plain value.
class DeadEvents {
public:
    enum class State {
        Absent, ///< not there, or discarded, or sent back before this failure happened
        Open, ///< there, and nobody did anything with it
        Replayed, ///< sent back since
    };

    /// Reads their topics and those' ledgers; blocks. No such topic: empty.
    static Result<DeadEvents> read(
        const KafkaAccess& access, const QString& localLedger, LedgerReading reading, const TaskContext& task);

    State stateOf(const Delivery& failure) const;
    /// The sending of a Replayed one.
    std::optional<LedgerMark> sendingOf(const Delivery& failure) const;

private:
    struct Event {
        bool open = false;
        std::optional<LedgerMark> mark;
        QList<qint64> auditEnds; ///< of that sending
    };
    Result<void> readTopic(DeadLetterStore& store, const QString& topic, const TaskContext& task);
    static bool happenedSince(const Delivery& failure, const QList<qint64>& auditEnds);

    QHash<QByteArray, Event> m_events; ///< by eventKeyOf()
};

} // namespace nc
