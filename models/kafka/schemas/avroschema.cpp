#include "kafka/schemas/avroschema.h"

#include "kafka/client/errors.h"
#include "kafka/schemas/avroreader.h"

#include <avro.h>

using namespace Qt::StringLiterals;

namespace nc {

void AvroSchema::Release::operator()(avro_obj_t* schema) const
{
    avro_schema_decref(schema);
}

Result<std::shared_ptr<const AvroSchema>> AvroSchema::parse(const QByteArray& json, const QString& name)
{
    avro_schema_t schema = nullptr;
    if (avro_schema_from_json_length(json.constData(), static_cast<size_t>(json.size()), &schema) != 0)
        return fail(errors::badAvro, name, QString::fromUtf8(avro_strerror()));
    std::shared_ptr<AvroSchema> made(new AvroSchema);
    made->m_schema.reset(schema);
    made->m_name = name;
    return made;
}

Result<QByteArray> AvroSchema::toJson(QByteArrayView bytes) const
{
    AvroReader reader(bytes);
    if (!reader.read(m_schema.get()))
        return fail(errors::badAvro, m_name, QLatin1StringView(reader.problem()));
    return reader.json();
}

} // namespace nc
