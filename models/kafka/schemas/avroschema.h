#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct avro_obj_t;

namespace nc {

/// A writer's schema, and what was written with it as JSON. Immutable: any thread.
///
/// libavro parses the schema. Its value reader is not used, because it cannot be bounded: it recurses as deep as the
/// bytes tell it to (one byte a level in a recursive schema) and makes as many array elements of no size as a count
/// says. The bytes come from whoever may write to a topic, so the walk over them is our own, with limits.
class AvroSchema {
public:
    /// `name` stands for the schema in errors (its number). errors::badAvro.
    static Result<std::shared_ptr<const AvroSchema>> parse(const QByteArray& json, const QString& name);

    /// One value (Avro binary, without a frame), which must take up all bytes, as compact JSON: fields in the schema's
    /// order, a union as the value in it, an enum as its symbol, logical types as the plain value beneath, bytes and
    /// fixed (and strings that are not UTF-8) as `{"base64":"…"}`, NaN and infinities as text. errors::badAvro.
    Result<QByteArray> toJson(QByteArrayView bytes) const;

private:
    struct Release {
        void operator()(avro_obj_t* schema) const;
    };
    AvroSchema() = default;
    std::unique_ptr<avro_obj_t, Release> m_schema;
    QString m_name;
};

} // namespace nc
