#pragma once

#include "kafka/records/record.h"

namespace nc {

/// A record that the service could not deserialize is dead-lettered with its bytes as base64 in a JSON string and with
/// `__TypeId__` = `[B`; sent back like that it is wrapped once more (docs/contracts.md, section 7).
struct Unwrapped {
    QByteArray bytes; ///< the original, when layers > 0; else the value itself
    int layers = 0;
};

/// True when the record's last `__TypeId__` says that its value is wrapped bytes.
bool hasWrappedType(const Headers& headers);

/// As many layers as there are. A value that only looks wrapped (another type) is left alone. Null values give zero
/// layers and empty bytes.
Unwrapped unwrap(const Record& record);

/// One layer; nothing when `value` is not a JSON string of canonical base64.
std::optional<QByteArray> unwrapOnce(const QByteArray& value);

} // namespace nc
