#pragma once

#include "core/result.h"
#include "kafka/records/record.h"

#include <QJsonObject>

#include <optional>

namespace nc {

/// The four kinds of delivery audit (docs/contracts.md, section 11), told apart by what they hold.
enum class DeliveryKind {
    SilentFailure, ///< this channel of one recipient will never be delivered, and nothing else tells
    EventAttempt, ///< one of four attempts on an event; the event becomes a dead letter
    RecordAttempt, ///< the same on a channel's record
    Delivered,
};

/// `silent`, `event-attempt`, `record-attempt`, `delivered`.
QString kindName(DeliveryKind kind);

/// One audit event about a delivery.
struct AuditDelivery {
    RecordPlace place;
    qint64 at = -1; ///< epoch milliseconds, by the service
    DeliveryKind kind = DeliveryKind::Delivered;
    QString requestId;
    QString channel; ///< empty where the attempt failed before there was one
    QString reason; ///< the service's own words; may be empty
    QString templateName;
    QString process; ///< business process instance
    QString activity; ///< source_business_activity_id
    QString recipient; ///< id, else the address on that channel
    QString address; ///< email or RNOKPP where it is known
    /// Of the recipient in the event (silent failures); -1: not known.
    int recipientIndex = -1;
    /// The event brought `recipientRoles` along, so that nobody can tell which recipient it was.
    bool recipientUncertain = false;
    /// The event as the service used it (silent failures), or the channel's record.
    QJsonObject notification;
    QByteArray contextText; ///< the audit's context as it was written (silent failures)
    /// Equal for the repeated audits of one failure: source ids, recipients, template, recipient and channel.
    QByteArray foldKey;
    QByteArray sourceKey; ///< see eventidentity.h; empty where no instance is named

    bool ok() const { return kind == DeliveryKind::Delivered; }
};

/// Reads one record of `audit-events` as JSON text (a decoded Avro record too, with or without type names around union
/// values). Nothing for events that are not about deliveries. errors::badAudit.
Result<std::optional<AuditDelivery>> readAudit(const RecordPlace& place, qint64 timestamp, const QByteArray& json);

} // namespace nc
