#pragma once

#include "failures/deliveries/deliveryhistory.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace nc {

/// What an event is to go without.
struct Leaving {
    QList<EarlierDelivery> earlier; ///< who already got what
    QStringList late; ///< channels that it is too late for
    /// The channels that have a template for it, which the preferences of a recipient may lead to.
    QStringList possible;
};

/// An event without those recipients and channels that already got theirs (docs/contracts.md, section 11), and without
/// the channels it is too late for.
struct NarrowedEvent {
    /// What is to be sent instead; empty: everybody got everything. Recipients that were reached go with explicit
    /// channels and ignored preferences; those that the service never reached keep their preferences, which nobody else
    /// knows. Where there are both kinds it takes two events.
    QList<QByteArray> events;
    QStringList keepPreferences; ///< those that the service never reached
    /// Somebody's preferences may lead to a channel that is left as well as to one that is too late, and only the
    /// service knows the address there: nothing can go that leaves out the one and keeps the other.
    bool isUntellable = false;
};

/// `event` is a valid event with recipients; everything that is kept stays byte for byte.
NarrowedEvent narrowEvent(const QByteArray& event, const Leaving& leaving);

/// Whether the channels of an event's recipient are only known to the service, which will ask the preferences.
bool asksPreferences(const QJsonObject& event, const QJsonObject& recipient);

} // namespace nc
