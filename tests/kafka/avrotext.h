#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <avro.h>
#include <functional>

namespace nc::test {

/// The platform's schema of audit-events (docs/contracts.md, section 11), as its service registers it.
inline QByteArray auditSchema()
{
    QByteArray fields;
    const auto add = [&fields](const QByteArray& name, const QByteArray& type) {
        fields += (fields.isEmpty() ? "" : ",") + QByteArray("{\"name\":\"") + name + "\",\"type\":" + type + '}';
    };
    const QByteArray text = R"({"type":"string","avro.java.string":"String"})";
    const QByteArray optional = "[\"null\"," + text + "]";
    for (const char* name : {"request_id", "application_name", "name"})
        add(name, text);
    for (const char* name :
        {"source_system", "source_application", "source_business_process", "source_business_process_definition_id",
            "source_business_process_instance_id", "source_business_activity", "source_business_activity_id"})
        add(name, optional);
    add("type", text);
    add("timestamp", R"({"type":"long","logicalType":"timestamp-millis"})");
    for (const char* name : {"user_name", "user_keycloak_id", "user_drfo"})
        add(name, optional);
    add("context", text);
    return R"({"type":"record","name":"AvroAuditEvent",)"
           R"("namespace":"com.epam.digital.data.platform.starter.audit.model.generated","fields":[)"
        + fields + "]}";
}

/// What a registry answers about a schema.
inline QByteArray registryAnswer(const QByteArray& schema)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QString::fromUtf8(schema)}}).toJson();
}

/// One value as libavro writes it; `fill` sets it.
inline QByteArray avroBytes(const QByteArray& schemaJson, const std::function<void(avro_value_t*)>& fill)
{
    avro_schema_t schema = nullptr;
    if (avro_schema_from_json_length(schemaJson.constData(), static_cast<size_t>(schemaJson.size()), &schema) != 0)
        qFatal("%s", avro_strerror());
    avro_value_iface_t* kind = avro_generic_class_from_schema(schema);
    avro_value_t value;
    avro_generic_value_new(kind, &value);
    fill(&value);
    size_t size = 0;
    avro_value_sizeof(&value, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    avro_writer_t writer = avro_writer_memory(bytes.data(), bytes.size());
    if (avro_value_write(writer, &value) != 0)
        qFatal("%s", avro_strerror());
    avro_writer_free(writer);
    avro_value_decref(&value);
    avro_value_iface_decref(kind);
    avro_schema_decref(schema);
    return bytes;
}

inline void setText(avro_value_t* record, const char* name, const QByteArray& text)
{
    avro_value_t field;
    avro_value_get_by_name(record, name, &field, nullptr);
    if (avro_value_get_type(&field) == AVRO_UNION) {
        avro_value_t branch;
        avro_value_set_branch(&field, text.isNull() ? 0 : 1, &branch);
        field = branch;
        if (text.isNull()) {
            avro_value_set_null(&field);
            return;
        }
    }
    avro_value_set_string(&field, text.constData());
}

/// An audit event about a delivery.
inline QByteArray auditBytes(const QByteArray& instance, qint64 timestamp, const QByteArray& context)
{
    return avroBytes(auditSchema(), [&](avro_value_t* audit) {
        setText(audit, "request_id", "5f1c");
        setText(audit, "application_name", "notification-service");
        setText(audit, "name", "SEND_USER_NOTIFICATION");
        setText(audit, "type", "SYSTEM_EVENT");
        setText(audit, "context", context);
        setText(audit, "source_business_process_instance_id", instance);
        for (const char* name : {"source_system", "source_application", "source_business_process",
                 "source_business_process_definition_id", "source_business_activity", "source_business_activity_id",
                 "user_name", "user_keycloak_id", "user_drfo"})
            setText(audit, name, {});
        avro_value_t at;
        avro_value_get_by_name(audit, "timestamp", &at, nullptr);
        avro_value_set_long(&at, timestamp);
    });
}

/// As a registry's serializer frames it.
inline QByteArray framed(qint32 id, const QByteArray& avro)
{
    QByteArray bytes(5, '\0');
    qToBigEndian(id, bytes.data() + 1);
    return bytes + avro;
}

} // namespace nc::test
