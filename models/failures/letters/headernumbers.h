#pragma once

#include <QByteArrayView>

#include <optional>

namespace nc {

/// Big-endian two's complement of 1 to 8 bytes, or digits as text where the length is not `usual`.
std::optional<qint64> decodeInteger(QByteArrayView bytes, qsizetype usual);

/// A number that fits a partition (or a count), else nothing.
std::optional<qint32> toPartition(std::optional<qint64> number);

} // namespace nc
