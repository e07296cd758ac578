#include "kafka/records/headertext.h"

#include <QtEndian>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct KnownName {
    QByteArrayView name;
    HeaderType type;
    bool minimalLength; ///< written as a big integer of as few bytes as it takes
};

constexpr KnownName knownNames[] = {
    {"kafka_dlt-original-partition", HeaderType::Int32, false},
    {"kafka_dlt-original-offset", HeaderType::Int64, false},
    {"kafka_dlt-original-timestamp", HeaderType::Int64, false},
    {"kafka_original-partition", HeaderType::Int32, false},
    {"kafka_original-offset", HeaderType::Int64, false},
    {"kafka_original-timestamp", HeaderType::Int64, false},
    {"retry_topic-attempts", HeaderType::Int32, true},
    {"retry_topic-original-timestamp", HeaderType::Int64, true},
    {"retry_topic-backoff-timestamp", HeaderType::Int64, true},
};

} // namespace

QString headerTypeName(HeaderType type)
{
    switch (type) {
    case HeaderType::Text:
        return u"text"_s;
    case HeaderType::Int32:
        return u"int32"_s;
    case HeaderType::Int64:
        return u"int64"_s;
    case HeaderType::Bytes:
        return u"bytes"_s;
    case HeaderType::Null:
        return u"null"_s;
    }
    return {};
}

bool isUtf8(QByteArrayView bytes)
{
    return simdjson::validate_utf8(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

HeaderType headerType(QByteArrayView name, const std::optional<QByteArrayView>& value)
{
    if (!value)
        return HeaderType::Null;
    for (const KnownName& known : knownNames) {
        if (known.name != name)
            continue;
        const qsizetype whole = known.type == HeaderType::Int32 ? 4 : 8;
        if (value->size() == whole || (known.minimalLength && value->size() > 0 && value->size() < whole))
            return known.type;
    }
    return isUtf8(*value) ? HeaderType::Text : HeaderType::Bytes;
}

qint64 headerNumber(QByteArrayView value)
{
    quint64 number = !value.isEmpty() && (value[0] & '\x80') ? ~quint64(0) : 0;
    for (const char byte : value)
        number = number << 8 | static_cast<quint8>(byte);
    return static_cast<qint64>(number);
}

QByteArray headerBytes(HeaderType type, qint64 number)
{
    QByteArray bytes(type == HeaderType::Int32 ? 4 : 8, Qt::Uninitialized);
    if (type == HeaderType::Int32)
        qToBigEndian(static_cast<qint32>(number), bytes.data());
    else
        qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray headerText(QByteArrayView name, const std::optional<QByteArrayView>& value)
{
    switch (headerType(name, value)) {
    case HeaderType::Null:
        return {};
    case HeaderType::Int32:
    case HeaderType::Int64:
        return QByteArray::number(headerNumber(*value));
    case HeaderType::Bytes:
        return value->toByteArray().toHex(' ');
    case HeaderType::Text:
        break;
    }
    return value->toByteArray();
}

} // namespace nc
