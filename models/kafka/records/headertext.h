#pragma once

#include "kafka/records/record.h"

#include <QByteArrayView>

#include <variant>

namespace nc {

/// How the bytes of a header are read (docs/contracts.md, section 7): known names have a type, all else is text where
/// it is UTF-8.
enum class HeaderType { Text, Int32, Int64, Bytes, Null };

/// The word for it in JSON: text, int32, int64, bytes, null.
QString headerTypeName(HeaderType type);

/// A known name with bytes of the wrong length is not taken for a number. Retry topics write numbers of minimal length
/// (big-endian, two's complement), which count as int32 or int64 by name.
HeaderType headerType(QByteArrayView name, const std::optional<QByteArrayView>& value);

/// The number in a header of type Int32 or Int64.
qint64 headerNumber(QByteArrayView value);
/// The bytes of a number: 4 for Int32, 8 for Int64, big-endian.
QByteArray headerBytes(HeaderType type, qint64 number);

/// What a person reads: the text, the number in digits, bytes as hexadecimal digits, nothing for null.
QByteArray headerText(QByteArrayView name, const std::optional<QByteArrayView>& value);

/// Strictly: no surrogates, no overlong forms.
bool isUtf8(QByteArrayView bytes);

} // namespace nc
