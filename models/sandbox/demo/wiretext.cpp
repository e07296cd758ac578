#include "sandbox/demo/wiretext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

// Every field of the record but `timestamp`, in order; `optional` ones are a union of null and string.
struct Field {
    const char* name;
    QString value;
    bool optional;
};

std::vector<Field> fieldsBefore(const Audit& audit)
{
    const Source& source = audit.source;
    return {{"request_id", audit.requestId, false}, {"application_name", u"ddm-notification-service"_s, false},
        {"name", u"SEND_USER_NOTIFICATION"_s, false}, {"source_system", u"Low-code Platform"_s, true},
        {"source_application", u"bpms"_s, true}, {"source_business_process", source.process, true},
        {"source_business_process_definition_id", source.definition, true},
        {"source_business_process_instance_id", source.instance, true},
        {"source_business_activity", source.activity, true},
        {"source_business_activity_id", source.activityInstance, true}, {"type", u"SYSTEM_EVENT"_s, false}};
}

// Avro's zigzag variable-length number.
void number(QByteArray& out, qint64 value)
{
    auto bits = (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
    while (bits > 0x7f) {
        out += static_cast<char>((bits & 0x7f) | 0x80);
        bits >>= 7;
    }
    out += static_cast<char>(bits);
}

void string(QByteArray& out, const QByteArray& text)
{
    number(out, text.size());
    out += text;
}

} // namespace

QByteArray json(const QString& text)
{
    if (text.isNull())
        return "null";
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray Source::context() const
{
    return R"({"system":"Low-code Platform","application":"bpms","businessProcess":)" + json(process)
        + R"(,"businessProcessDefinitionId":)" + json(definition) + R"(,"businessProcessInstanceId":)" + json(instance)
        + R"(,"businessActivity":)" + json(activity) + R"(,"businessActivityInstanceId":)" + json(activityInstance)
        + '}';
}

QByteArray Audit::toJson() const
{
    QByteArray text = "{";
    for (const Field& field : fieldsBefore(*this))
        text += '"' + QByteArray(field.name) + "\": " + json(field.value) + ", ";
    return text + "\"timestamp\": " + QByteArray::number(timestamp)
        + ", \"user_name\": null, \"user_keycloak_id\": null, \"user_drfo\": null, \"context\": "
        + json(QString::fromUtf8(context)) + '}';
}

QByteArray Audit::toAvro(qint32 schemaId) const
{
    QByteArray out(1, '\0');
    out += bigEndian32(schemaId);
    for (const Field& field : fieldsBefore(*this)) {
        if (field.optional)
            number(out, 1);
        string(out, field.value.toUtf8());
    }
    number(out, timestamp);
    for (int absent = 0; absent < 3; ++absent)
        number(out, 0);
    string(out, context);
    return out;
}

QByteArray auditSchema()
{
    const auto field = [](const QByteArray& name, const QByteArray& type) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + '}';
    };
    QByteArrayList fields;
    for (const Field& each : fieldsBefore({}))
        fields << (each.optional
                ? "{\"name\":\"" + QByteArray(each.name) + R"(","type":["null","string"],"default":null})"
                : field(each.name, "\"string\""));
    fields << field("timestamp", R"({"type":"long","logicalType":"timestamp-millis"})");
    for (const char* name : {"user_name", "user_keycloak_id", "user_drfo"})
        fields << "{\"name\":\"" + QByteArray(name) + R"(","type":["null","string"],"default":null})";
    fields << R"({"name":"context","type":"string","default":"{}"})";
    return R"({"type":"record","name":"AvroAuditEvent",)"
           R"("namespace":"com.epam.digital.data.platform.starter.audit.model.generated","fields":[)"
        + fields.join(',') + "]}";
}

QByteArray auditContext(
    bool delivered, const QByteArray& notification, const QString& channel, const QString& reason, const char* step)
{
    const QByteArray status = delivered ? "\"SUCCESS\"" : "\"FAILURE\"";
    return "{\"result\":" + status + ",\"notification\":" + notification + ",\"delivery\":{\"channel\":" + json(channel)
        + ",\"status\":" + status + ",\"failureReason\":" + json(reason)
        + R"(},"action":"SEND_USER_NOTIFICATION","step":")" + step + "\"}";
}

QByteArray bigEndian32(qint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray bigEndian64(qint64 number)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace nc::demo
