#pragma once

#include "core/result.h"
#include "failures/deliveries/auditrecord.h"

namespace nc {

/// A new event for exactly the recipient and the channel of a silent failure (docs/contracts.md, sections 6 and 11):
/// source and parameters byte for byte, without the roles that the service added; preferences ignored, so that nothing
/// else is sent. errors::cannotResend says why it cannot be made.
Result<QByteArray> resendEvent(const AuditDelivery& delivery);

} // namespace nc
