#include "kafka/records/recordview.h"

#include "kafka/client/handles.h"

namespace nc {
namespace {

std::optional<QByteArrayView> view(const std::optional<QByteArray>& bytes)
{
    if (!bytes)
        return std::nullopt;
    return QByteArrayView(*bytes);
}

/// A null pointer is null; an empty value has one.
std::optional<QByteArrayView> view(const void* data, std::size_t size)
{
    if (!data)
        return std::nullopt;
    return QByteArrayView(static_cast<const char*>(data), static_cast<qsizetype>(size));
}

std::optional<QByteArray> copy(const std::optional<QByteArrayView>& bytes)
{
    if (!bytes)
        return std::nullopt;
    // toByteArray() would make a null array of an empty view; an empty one is meant.
    return QByteArray(bytes->data() ? bytes->data() : "", bytes->size());
}

rd_kafka_headers_t* headersOf(const rd_kafka_message_s* message)
{
    rd_kafka_headers_t* headers = nullptr;
    return rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR ? headers : nullptr;
}

} // namespace

RecordView::RecordView(const rd_kafka_message_s* message)
    : m_message(message)
    , m_partition(message->partition)
    , m_offset(message->offset)
    , m_key(view(message->key, message->key_len))
    , m_value(view(message->payload, message->len))
{
}

RecordView::RecordView(const Record& record)
    : m_record(&record)
    , m_partition(record.partition)
    , m_offset(record.offset)
    , m_key(view(record.key))
    , m_value(view(record.value))
{
}

QString RecordView::topic() const
{
    return m_record ? m_record->topic : QString::fromUtf8(rd_kafka_topic_name(m_message->rkt));
}

qint64 RecordView::timestamp() const
{
    if (m_record)
        return m_record->timestamp;
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    return rd_kafka_message_timestamp(m_message, &type);
}

TimestampType RecordView::timestampType() const
{
    if (m_record)
        return m_record->timestampType;
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    (void)rd_kafka_message_timestamp(m_message, &type);
    switch (type) {
    case RD_KAFKA_TIMESTAMP_CREATE_TIME:
        return TimestampType::CreateTime;
    case RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME:
        return TimestampType::LogAppendTime;
    case RD_KAFKA_TIMESTAMP_NOT_AVAILABLE:
        break;
    }
    return TimestampType::NotAvailable;
}

qsizetype RecordView::headerCount() const
{
    if (m_record)
        return m_record->headers.size();
    const rd_kafka_headers_t* headers = headersOf(m_message);
    return headers ? static_cast<qsizetype>(rd_kafka_header_cnt(headers)) : 0;
}

HeaderView RecordView::header(qsizetype index) const
{
    if (m_record) {
        const Header& header = m_record->headers[index];
        return {header.name, view(header.value)};
    }
    const char* name = "";
    const void* value = nullptr;
    std::size_t size = 0;
    (void)rd_kafka_header_get_all(headersOf(m_message), static_cast<std::size_t>(index), &name, &value, &size);
    return {QByteArrayView(name), view(value, size)};
}

Record RecordView::toRecord() const
{
    return m_record ? *m_record : toRecord({});
}

Record RecordView::toRecord(const HeaderTest& wanted) const
{
    Record record;
    record.topic = topic();
    record.partition = m_partition;
    record.offset = m_offset;
    record.timestamp = timestamp();
    record.timestampType = timestampType();
    record.key = copy(m_key);
    record.value = copy(m_value);
    record.headers = headers(wanted);
    return record;
}

Headers RecordView::headers(const HeaderTest& wanted) const
{
    Headers headers;
    const qsizetype count = headerCount();
    headers.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const HeaderView one = header(i);
        if (!wanted || wanted(one.name))
            headers.append({one.name.toByteArray(), copy(one.value)});
    }
    return headers;
}

} // namespace nc
