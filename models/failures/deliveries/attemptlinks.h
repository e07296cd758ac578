#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/letters/deadletter.h"
#include "kafka/client/kafkaaccess.h"

#include <QHash>

namespace nc {

/// Which dead letters failed attempts became (docs/contracts.md, section 11: source ids and recipients join them, trace
/// ids do not). A plain value; memory holds a key and a place of each dead letter.
class AttemptLinks {
public:
    /// Reads the dead letters of the service's topics. Blocks. Topics that are not there are no problem, those that
    /// cannot be read are unseen.
    static Result<Seen<AttemptLinks>> read(const KafkaAccess& access, const TaskContext& task);

    void add(const DeadLetter& letter);
    /// In the order of their time; empty for what is no attempt, names no source, or whose dead letter is gone.
    QList<RecordPlace> of(const Delivery& attempt) const;

private:
    struct Place {
        RecordPlace place;
        qint64 at = -1;
    };
    QHash<QByteArray, QList<Place>> m_letters;
};

} // namespace nc
