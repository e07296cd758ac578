#include "kafka/writing/producemessage.h"

namespace nc {
namespace {

const void* dataOf(const std::optional<QByteArray>& bytes)
{
    // An empty array still has an address; null has none.
    return bytes ? bytes->constData() : nullptr;
}

std::size_t sizeOf(const std::optional<QByteArray>& bytes)
{
    return bytes ? static_cast<std::size_t>(bytes->size()) : 0;
}

HeadersHandle headersOf(const Headers& headers)
{
    if (headers.isEmpty())
        return {};
    HeadersHandle list(rd_kafka_headers_new(static_cast<std::size_t>(headers.size())));
    for (const Header& header : headers)
        (void)rd_kafka_header_add(list.get(), header.name.constData(), header.name.size(), dataOf(header.value),
            header.value ? header.value->size() : -1);
    return list;
}

} // namespace

QList<ClientSetting> producerSettings()
{
    return {
        {"enable.idempotence", "true"},
        {"acks", "all"},
        {"linger.ms", "2"},
        {"partitioner", "murmur2_random"},
        {"queue.buffering.max.messages", "100000"},
        {"queue.buffering.max.kbytes", "65536"},
        // The topic decides what is too large, not the client.
        {"message.max.bytes", "1000000000"},
        {"message.timeout.ms", "30000"},
        // Neither null keys nor equal ones wander together for a while: a record goes where Java would send it.
        {"sticky.partitioning.linger.ms", "0"},
    };
}

rd_kafka_resp_err_t produceMessage(rd_kafka_t* producer, const Record& record, void* opaque)
{
    HeadersHandle headers = headersOf(record.headers);
    const QByteArray topic = record.topic.toUtf8();
    rd_kafka_vu_t units[9];
    std::size_t count = 0;
    const auto add = [&](rd_kafka_vtype_t type) -> rd_kafka_vu_t& {
        units[count].vtype = type;
        return units[count++];
    };
    add(RD_KAFKA_VTYPE_TOPIC).u.cstr = topic.constData();
    add(RD_KAFKA_VTYPE_PARTITION).u.i32 = record.partition < 0 ? RD_KAFKA_PARTITION_UA : record.partition;
    auto& value = add(RD_KAFKA_VTYPE_VALUE).u.mem;
    value.ptr = const_cast<void*>(dataOf(record.value)); // NOLINT: copied by librdkafka
    value.size = sizeOf(record.value);
    auto& key = add(RD_KAFKA_VTYPE_KEY).u.mem;
    key.ptr = const_cast<void*>(dataOf(record.key)); // NOLINT: copied by librdkafka
    key.size = sizeOf(record.key);
    add(RD_KAFKA_VTYPE_MSGFLAGS).u.i = RD_KAFKA_MSG_F_COPY;
    add(RD_KAFKA_VTYPE_OPAQUE).u.ptr = opaque;
    if (record.timestamp >= 0)
        add(RD_KAFKA_VTYPE_TIMESTAMP).u.i64 = record.timestamp;
    if (headers)
        add(RD_KAFKA_VTYPE_HEADERS).u.headers = headers.get();
    const ErrorHandle error(rd_kafka_produceva(producer, units, count));
    if (error)
        return rd_kafka_error_code(error.get());
    (void)headers.release(); // librdkafka's now
    return RD_KAFKA_RESP_ERR_NO_ERROR;
}

} // namespace nc
