#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/sending/replayrequest.h"

#include <QByteArrayView>

namespace nc {

/// "Should it go" (docs/architecture.md): shelf life, who already got what, and narrowing. Only records of the
/// service's own topics are judged. Made before a run, asked in the reading thread.
class SendingRules {
public:
    /// Judges nothing.
    SendingRules() = default;
    /// `now` in epoch milliseconds.
    SendingRules(const ReplayRequest& request, DeliveryHistory history, qint64 now);

    /// False when look() surely has nothing to say; costs next to nothing.
    bool concerns(QByteArrayView value, const QString& target) const;

    struct Finding {
        SkipReason skip = SkipReason::None;
        QList<QByteArray> events; ///< what goes instead of the value; empty: the value
    };
    /// `value` as it would go to `target`; tells `facts` what it found.
    Finding look(const DeadLetter& letter, const QString& target, const QByteArray& value, ReplayFacts& facts) const;

private:
    bool isTooLate(const QString& channel, const QJsonObject& json, qint64 since, ReplayFacts& facts) const;

    bool m_force = false;
    bool m_narrow = false;
    ShelfLives m_lives;
    DeliveryHistory m_history;
    qint64 m_now = 0;
};

} // namespace nc
