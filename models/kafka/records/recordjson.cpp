#include "kafka/records/recordjson.h"

#include "kafka/records/headertext.h"
#include "kafka/records/jsontext.h"

namespace nc {
namespace {

struct Shown {
    QByteArray json;
    const char* format;
};

Shown show(const std::optional<QByteArray>& bytes, bool exact)
{
    if (!bytes)
        return {"null", "null"};
    if (!exact) {
        if (auto json = losslessJson(*bytes))
            return {*json, "json"};
    }
    if (isUtf8(*bytes))
        return {jsonString(*bytes), "text"};
    return {jsonBase64(*bytes), "base64"};
}

QByteArray showHeader(const Header& header, bool exact)
{
    const std::optional<QByteArrayView> value =
        header.value ? std::optional<QByteArrayView>(*header.value) : std::nullopt;
    HeaderType type = headerType(header.name, value);
    const bool isNumber = type == HeaderType::Int32 || type == HeaderType::Int64;
    if (exact && isNumber)
        type = HeaderType::Bytes;
    QByteArray out =
        "{\"name\":" + (isUtf8(header.name) ? jsonString(header.name) : jsonBase64(header.name)) + ",\"value\":";
    if (type == HeaderType::Null)
        out += "null";
    else if (type == HeaderType::Text)
        out += jsonString(*header.value);
    else if (type == HeaderType::Bytes)
        out += jsonBase64(*header.value);
    else
        out += QByteArray::number(headerNumber(*header.value));
    out += ",\"type\":\"" + headerTypeName(type).toLatin1() + '"';
    // Retry topics write numbers of minimal length.
    if (!exact && isNumber && header.value->size() != (type == HeaderType::Int32 ? 4 : 8))
        out += ",\"size\":" + QByteArray::number(header.value->size());
    return out + '}';
}

const char* timestampTypeName(TimestampType type)
{
    switch (type) {
    case TimestampType::CreateTime:
        return "CreateTime";
    case TimestampType::LogAppendTime:
        return "LogAppendTime";
    case TimestampType::NotAvailable:
        break;
    }
    return "NoTimestampType";
}

} // namespace

QByteArray valueFormatOf(const std::optional<QByteArray>& value)
{
    return show(value, false).format;
}

QByteArray recordToJsonOpen(const Record& record, const RecordJsonOptions& options)
{
    Shown value = show(record.value, options.exact);
    if (!options.exact && options.decodedValue) {
        // A text, null or lone bytes stand for themselves: the format says what they are.
        const QByteArray& decoded = *options.decodedValue;
        const auto json = decoded.startsWith('"') || decoded == "null" || decoded.startsWith("{\"base64\":")
            ? decoded
            : losslessJson(decoded);
        value = {json ? *json : jsonString(decoded), "avro"};
    }
    QByteArray out;
    out.reserve(value.json.size() + 512);
    out += "{\"topic\":" + jsonString(record.topic.toUtf8());
    out += ",\"partition\":" + QByteArray::number(record.partition);
    out += ",\"offset\":" + QByteArray::number(record.offset);
    out += ",\"timestamp\":" + QByteArray::number(record.timestamp);
    out += ",\"timestampType\":\"";
    out += timestampTypeName(record.timestampType);
    out += "\",\"key\":" + show(record.key, options.exact).json;
    out += ",\"value\":" + value.json;
    out += ",\"valueFormat\":\"";
    out += value.format;
    out += "\",\"headers\":[";
    for (qsizetype i = 0; i < record.headers.size(); ++i)
        out += (i > 0 ? "," : "") + showHeader(record.headers[i], options.exact);
    return out + ']';
}

QByteArray recordToJson(const Record& record, const RecordJsonOptions& options)
{
    return recordToJsonOpen(record, options) + '}';
}

} // namespace nc
