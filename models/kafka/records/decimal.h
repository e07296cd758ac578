#pragma once

#include <QByteArrayView>

#include <compare>
#include <optional>

namespace nc {

/// Compares two texts as numbers (JSON's way of writing them, a leading + allowed); nothing when either is none.
/// Exact, however long they are.
std::optional<std::partial_ordering> compareNumbers(QByteArrayView a, QByteArrayView b);

bool isNumber(QByteArrayView text);

/// Whether a JSON number comes out the same when a program reads it into a double and writes it again: what tools
/// downstream do. 12345678901234567890 and 0.1234567890123456789 do not.
bool survivesDouble(QByteArrayView number);

} // namespace nc
