#pragma once

#include "core/result.h"
#include "deadletters/auditrecord.h"

namespace nc {

/// The members of a JSON object as they are written, in their order. `object` must be valid JSON.
struct RawMember {
    QByteArray name; ///< decoded only as far as it has no escapes
    QByteArray value;
};
QList<RawMember> rawMembers(QByteArrayView object);
/// The elements of a JSON array as they are written. `array` must be valid JSON.
QList<QByteArray> rawElements(QByteArrayView array);

/// A new event for exactly the recipient and the channel of a silent failure (docs/contracts.md, sections 6 and 11):
/// source and parameters byte for byte, without the roles that the service added; preferences ignored, so that nothing
/// else is sent. errors::cannotResend says why it cannot be made.
Result<QByteArray> resendEvent(const AuditDelivery& delivery);

} // namespace nc
