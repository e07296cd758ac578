#include "kafka/client/errors.h"
#include "kafka/records/headertext.h"
#include "kafka/records/recordjson.h"

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using namespace simdjson;
using Bytes = std::optional<QByteArray>;

QByteArray copy(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray copyExactly(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Reads one line; the first thing that is wrong stays in `problem`.
class LineReader {
public:
    Result<Record> read(QByteArrayView json, qint64 line);

private:
    bool fields(ondemand::object object);
    bool field(std::string_view name, ondemand::value value);
    bool bytes(ondemand::value value, Bytes& into);
    bool object(ondemand::value value, Bytes& into);
    bool headers(ondemand::value value);
    bool header(ondemand::object object);
    bool number(ondemand::value value, const char* name, qint64& into);
    bool text(ondemand::value value, const char* name, QByteArray& into);
    bool wrong(const QString& what)
    {
        m_problem = what;
        return false;
    }

    Record m_record;
    QString m_problem;
};

bool LineReader::number(ondemand::value value, const char* name, qint64& into)
{
    int64_t found = 0;
    if (value.get_int64().get(found))
        return wrong(u"%1 must be a whole number"_s.arg(QLatin1StringView(name)));
    into = found;
    return true;
}

bool LineReader::text(ondemand::value value, const char* name, QByteArray& into)
{
    std::string_view found;
    if (value.get_string().get(found))
        return wrong(u"%1 must be text"_s.arg(QLatin1StringView(name)));
    into = copyExactly(found);
    return true;
}

/// `{"base64":"…"}`, or JSON that is meant as it stands.
bool LineReader::object(ondemand::value value, Bytes& into)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return wrong(u"broken JSON"_s);
    qint64 count = 0;
    Bytes decoded;
    for (auto field : object) {
        std::string_view name;
        ondemand::value inner;
        if (field.unescaped_key().get(name) || field.value().get(inner))
            return wrong(u"broken JSON"_s);
        std::string_view base64;
        if (++count == 1 && name == "base64" && inner.get_string().get(base64) == SUCCESS) {
            const auto result =
                QByteArray::fromBase64Encoding(copyExactly(base64), QByteArray::AbortOnBase64DecodingErrors);
            if (!result)
                return wrong(u"broken base64"_s);
            decoded = *result;
            if (decoded->isNull())
                decoded = QByteArray("", 0);
        }
    }
    if (count == 1 && decoded) {
        into = decoded;
        return true;
    }
    std::string_view raw;
    if (object.reset().error() || object.raw_json().get(raw))
        return wrong(u"broken JSON"_s);
    into = copy(raw);
    return true;
}

bool LineReader::bytes(ondemand::value value, Bytes& into)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return wrong(u"broken JSON"_s);
    std::string_view raw;
    switch (type) {
    case ondemand::json_type::null:
        into.reset();
        return true;
    case ondemand::json_type::string:
        if (value.get_string().get(raw))
            return wrong(u"broken text"_s);
        into = copyExactly(raw);
        return true;
    case ondemand::json_type::object:
        return object(value, into);
    case ondemand::json_type::array: {
        ondemand::array array;
        if (value.get_array().get(array) || array.raw_json().get(raw))
            return wrong(u"broken JSON"_s);
        into = copy(raw);
        return true;
    }
    case ondemand::json_type::number:
    case ondemand::json_type::boolean:
        into = copy(value.raw_json_token());
        return true;
    }
    return wrong(u"broken JSON"_s);
}

bool LineReader::header(ondemand::object object)
{
    Header header;
    QByteArray type;
    qint64 size = -1;
    bool isNamed = false;
    for (auto field : object) {
        std::string_view name;
        ondemand::value value;
        if (field.unescaped_key().get(name) || field.value().get(value))
            return wrong(u"broken JSON"_s);
        bool good = true;
        if (name == "name") {
            Bytes found;
            good = bytes(value, found);
            isNamed = good && found.has_value();
            header.name = found.value_or(QByteArray());
        } else if (name == "value") {
            good = bytes(value, header.value);
        } else if (name == "type") {
            good = text(value, "type", type);
        } else if (name == "size") {
            good = number(value, "size", size);
        }
        if (!good)
            return false;
    }
    if (!isNamed)
        return wrong(u"a header without a name"_s);
    if (header.value && (type == "int32" || type == "int64")) {
        bool ok = false;
        const qint64 value = header.value->toLongLong(&ok);
        const HeaderType headerType = type == "int32" ? HeaderType::Int32 : HeaderType::Int64;
        if (!ok || (headerType == HeaderType::Int32 && value != static_cast<qint32>(value)))
            return wrong(u"header %1 is no %2"_s.arg(QString::fromUtf8(header.name), QString::fromLatin1(type)));
        header.value = headerBytes(headerType, value);
        if (size > 0 && size < header.value->size())
            header.value = header.value->last(size);
    }
    m_record.headers.append(header);
    return true;
}

bool LineReader::headers(ondemand::value value)
{
    ondemand::json_type type{};
    if (value.type().get(type) == SUCCESS && type == ondemand::json_type::null)
        return true;
    ondemand::array array;
    if (value.get_array().get(array))
        return wrong(u"headers must be a list"_s);
    for (auto element : array) {
        ondemand::object object;
        if (element.get_object().get(object))
            return wrong(u"a header must be an object"_s);
        if (!header(object))
            return false;
    }
    return true;
}

bool LineReader::field(std::string_view name, ondemand::value value)
{
    QByteArray found;
    qint64 figure = -1;
    if (name == "topic") {
        if (!text(value, "topic", found))
            return false;
        m_record.topic = QString::fromUtf8(found);
    } else if (name == "partition") {
        if (!number(value, "partition", figure) || figure < -1 || figure > INT32_MAX)
            return wrong(u"partition must be a whole number"_s);
        m_record.partition = static_cast<qint32>(figure);
    } else if (name == "offset") {
        return number(value, "offset", m_record.offset);
    } else if (name == "timestamp") {
        return number(value, "timestamp", m_record.timestamp);
    } else if (name == "timestampType") {
        if (!text(value, "timestampType", found))
            return false;
        m_record.timestampType = found == "CreateTime" ? TimestampType::CreateTime
            : found == "LogAppendTime"                 ? TimestampType::LogAppendTime
                                                       : TimestampType::NotAvailable;
    } else if (name == "key") {
        return bytes(value, m_record.key);
    } else if (name == "value") {
        return bytes(value, m_record.value);
    } else if (name == "valueFormat") {
        // Written as it stands here it would be JSON in a topic of Avro.
        if (!text(value, "valueFormat", found))
            return false;
        if (found == "avro")
            return wrong(u"the value was decoded from Avro; read with --exact to have its bytes"_s);
    } else if (name == "headers") {
        return headers(value);
    }
    return true;
}

bool LineReader::fields(ondemand::object object)
{
    for (auto one : object) {
        std::string_view name;
        ondemand::value value;
        if (one.unescaped_key().get(name) || one.value().get(value))
            return wrong(u"broken JSON"_s);
        if (!field(name, value))
            return false;
    }
    return true;
}

Result<Record> LineReader::read(QByteArrayView json, qint64 line)
{
    const QString subject = QString::number(line);
    const padded_string padded(json.data(), static_cast<std::size_t>(json.size()));
    // The lazy parser below does not look at what it skips.
    dom::parser check;
    dom::element whole;
    if (const auto error = check.parse(padded).get(whole))
        return fail(errors::badRecordJson, subject, QString::fromLatin1(error_message(error)));
    if (!whole.is_object())
        return fail(errors::badRecordJson, subject, u"not an object"_s);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return fail(errors::badRecordJson, subject, u"not an object"_s);
    if (!fields(object))
        return fail(errors::badRecordJson, subject, m_problem);
    return m_record;
}

} // namespace

Result<Record> recordFromJson(QByteArrayView json, qint64 line)
{
    return LineReader().read(json, line);
}

} // namespace nc
