#pragma once

#include <QByteArray>
#include <QByteArrayView>

struct avro_obj_t;

namespace nc {

/// Walks Avro binary along a schema of libavro and writes JSON (see AvroSchema::toJson). Bounded whatever the bytes and
/// the schema say: in depth, in values (those without size too) and in what it writes. One value an object.
class AvroReader {
public:
    explicit AvroReader(QByteArrayView bytes);

    /// False when the bytes do not fit the schema or a limit was reached; problem() says why.
    bool read(avro_obj_t* schema);
    const QByteArray& json() const { return m_json; }
    const char* problem() const { return m_problem; }

private:
    bool value(avro_obj_t* schema, int depth);
    bool record(avro_obj_t* schema, int depth);
    bool items(avro_obj_t* schema, int depth, bool named);
    bool floating(int size);
    bool text(bool isText);
    bool raw(qint64 size, bool isText);
    bool number(qint64& into);
    bool wrong(const char* why)
    {
        m_problem = why;
        return false;
    }

    const char* m_at;
    const char* m_end;
    qint64 m_budget;
    QByteArray m_json;
    const char* m_problem = "";
};

} // namespace nc
