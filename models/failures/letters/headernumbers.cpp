#include "failures/letters/headernumbers.h"

#include <QByteArray>

#include <limits>

namespace nc {

std::optional<qint64> decodeInteger(QByteArrayView bytes, qsizetype usual)
{
    if (bytes.isEmpty())
        return {};
    if (bytes.size() != usual) {
        bool digits = bytes.size() <= 19;
        for (const char c : bytes)
            digits = digits && c >= '0' && c <= '9';
        if (digits)
            return bytes.toByteArray().toLongLong();
    }
    if (bytes.size() > 8 || usual == 0)
        return {};
    auto value = static_cast<quint64>(static_cast<qint64>(static_cast<signed char>(bytes[0])));
    for (qsizetype i = 1; i < bytes.size(); ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return static_cast<qint64>(value);
}

std::optional<qint32> toPartition(std::optional<qint64> number)
{
    if (!number || *number < 0 || *number > std::numeric_limits<qint32>::max())
        return {};
    return static_cast<qint32>(*number);
}

} // namespace nc
