#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nc {

/// The text (valid UTF-8) as a JSON string, quotation marks included.
QByteArray jsonString(QByteArrayView utf8);
/// `{"base64":"…"}`.
QByteArray jsonBase64(QByteArrayView bytes);

/// The bytes as JSON without white space, when any JSON program downstream would read the same meaning out of it:
/// valid, at most 100 levels, no name twice in an object, no number that a double does not hold. Not for texts and null
/// at the top (they would be taken for plain text and for no value), nor for an object that looks like jsonBase64().
std::optional<QByteArray> losslessJson(QByteArrayView bytes);

} // namespace nc
