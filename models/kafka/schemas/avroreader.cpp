#include "kafka/schemas/avroreader.h"

#include "kafka/records/headertext.h"
#include "kafka/records/jsontext.h"

#include <QtEndian>

#include <avro.h>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace nc {
namespace {

constexpr int deepest = 200;
constexpr qsizetype longestJson = 64 * 1024 * 1024;
/// Values that take up no bytes must end too.
constexpr qint64 freeValues = 100'000;
constexpr qint64 valuesPerByte = 8;

template <class Float>
void appendFloat(QByteArray& json, Float value)
{
    // JSON knows neither.
    if (std::isnan(value)) {
        json += "\"NaN\"";
    } else if (std::isinf(value)) {
        json += value < 0 ? "\"-Infinity\"" : "\"Infinity\"";
    } else {
        char digits[64];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        json.append(digits, end - digits);
    }
}

} // namespace

AvroReader::AvroReader(QByteArrayView bytes)
    : m_at(bytes.data())
    , m_end(bytes.data() + bytes.size())
    , m_budget(freeValues + valuesPerByte * bytes.size())
{
    m_json.reserve(bytes.size() + 512);
}

bool AvroReader::read(avro_obj_t* schema)
{
    if (!value(schema, 0))
        return false;
    return m_at == m_end || wrong("bytes are left over");
}

/// Zigzag, at most ten bytes.
bool AvroReader::number(qint64& into)
{
    quint64 bits = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_at == m_end)
            return wrong("the bytes end too early");
        const auto byte = static_cast<quint8>(*m_at++);
        if (shift == 63 && byte > 1)
            break;
        bits |= static_cast<quint64>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            into = static_cast<qint64>(bits >> 1) ^ -static_cast<qint64>(bits & 1);
            return true;
        }
    }
    return wrong("a number is too long");
}

bool AvroReader::raw(qint64 size, bool isText)
{
    if (size < 0 || size > m_end - m_at)
        return wrong("the bytes end too early");
    const QByteArrayView bytes(m_at, static_cast<qsizetype>(size));
    m_at += size;
    m_json += isText && isUtf8(bytes) ? jsonString(bytes) : jsonBase64(bytes);
    return true;
}

bool AvroReader::text(bool isText)
{
    qint64 size = 0;
    return number(size) && raw(size, isText);
}

bool AvroReader::floating(int size)
{
    if (m_end - m_at < size)
        return wrong("the bytes end too early");
    if (size == 4) {
        const auto bits = qFromLittleEndian<quint32>(m_at);
        float number = 0;
        std::memcpy(&number, &bits, sizeof number);
        appendFloat(m_json, number);
    } else {
        const auto bits = qFromLittleEndian<quint64>(m_at);
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        appendFloat(m_json, number);
    }
    m_at += size;
    return true;
}

bool AvroReader::record(avro_obj_t* schema, int depth)
{
    m_json += '{';
    const size_t count = avro_schema_record_size(schema);
    for (size_t i = 0; i < count; ++i) {
        if (i > 0)
            m_json += ',';
        m_json += jsonString(avro_schema_record_field_name(schema, static_cast<int>(i))) + ':';
        if (!value(avro_schema_record_field_get_by_index(schema, static_cast<int>(i)), depth + 1))
            return false;
    }
    m_json += '}';
    return true;
}

/// An array's, or (`named`) a map's: blocks of them, each after its count, until a count of 0.
bool AvroReader::items(avro_obj_t* schema, int depth, bool named)
{
    m_json += named ? '{' : '[';
    for (bool first = true;;) {
        qint64 count = 0;
        qint64 size = 0;
        if (!number(count))
            return false;
        if (count == 0)
            break;
        if (count < 0) { // followed by the block's size, for those who skip it
            if (count == std::numeric_limits<qint64>::min() || !number(size))
                return wrong("a count is not possible");
            count = -count;
        }
        for (; count > 0; --count) {
            if (!first)
                m_json += ',';
            first = false;
            if (named) {
                qint64 length = 0;
                if (!number(length))
                    return false;
                if (length < 0 || length > m_end - m_at)
                    return wrong("the bytes end too early");
                const QByteArrayView key(m_at, static_cast<qsizetype>(length));
                if (!isUtf8(key))
                    return wrong("a name is not UTF-8");
                m_json += jsonString(key) + ':';
                m_at += length;
            }
            if (!value(schema, depth + 1))
                return false;
        }
    }
    m_json += named ? '}' : ']';
    return true;
}

bool AvroReader::value(avro_obj_t* schema, int depth)
{
    if (depth > deepest)
        return wrong("nested too deeply");
    if (--m_budget < 0 || m_json.size() > longestJson)
        return wrong("too many values");
    qint64 found = 0;
    switch (avro_typeof(schema)) {
    case AVRO_NULL:
        m_json += "null";
        return true;
    case AVRO_BOOLEAN:
        if (m_at == m_end)
            return wrong("the bytes end too early");
        if (*m_at != 0 && *m_at != 1)
            return wrong("neither true nor false");
        m_json += *m_at++ == 1 ? "true" : "false";
        return true;
    case AVRO_INT32:
    case AVRO_INT64:
        if (!number(found))
            return false;
        if (avro_typeof(schema) == AVRO_INT32 && found != static_cast<qint32>(found))
            return wrong("a number is too large");
        m_json += QByteArray::number(found);
        return true;
    case AVRO_FLOAT:
        return floating(4);
    case AVRO_DOUBLE:
        return floating(8);
    case AVRO_STRING:
        return text(true);
    case AVRO_BYTES:
        return text(false);
    case AVRO_FIXED:
        return raw(avro_schema_fixed_size(schema), false);
    case AVRO_ENUM:
        if (!number(found))
            return false;
        if (found < 0 || found >= avro_schema_enum_number_of_symbols(schema))
            return wrong("an enum has no such symbol");
        m_json += jsonString(avro_schema_enum_get(schema, static_cast<int>(found)));
        return true;
    case AVRO_UNION:
        if (!number(found))
            return false;
        if (found < 0 || found >= static_cast<qint64>(avro_schema_union_size(schema)))
            return wrong("a union has no such branch");
        return value(avro_schema_union_branch(schema, static_cast<int>(found)), depth + 1);
    case AVRO_RECORD:
        return record(schema, depth);
    case AVRO_ARRAY:
        return items(avro_schema_array_items(schema), depth, false);
    case AVRO_MAP:
        return items(avro_schema_map_values(schema), depth, true);
    case AVRO_LINK:
        return value(avro_schema_link_target(schema), depth + 1);
    default:
        return wrong("a type that is not known");
    }
}

} // namespace nc
