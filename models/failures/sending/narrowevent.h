#pragma once

#include "failures/deliveries/deliveryhistory.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace nc {

/// An event without those recipients and channels that already got theirs (docs/contracts.md, section 11).
struct NarrowedEvent {
    /// What is to be sent instead; empty: everybody got everything. Recipients that were reached go with explicit
    /// channels and ignored preferences; those that the service never reached keep their preferences, which nobody else
    /// knows. Where there are both kinds it takes two events.
    QList<QByteArray> events;
    QStringList keepPreferences; ///< those that the service never reached
};

/// `event` is a valid event with recipients; everything that is kept stays byte for byte.
NarrowedEvent narrowEvent(const QByteArray& event, const QList<EarlierDelivery>& earlier);

} // namespace nc
