#pragma once

#include "kafka/records/record.h"

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <span>

struct rd_kafka_message_s;

namespace nc {

struct HeaderView {
    QByteArrayView name;
    std::optional<QByteArrayView> value;
};

/// A record as it lies in the client's memory; nothing is copied. Valid only inside the call that hands it over:
/// toRecord() makes a value to keep. Also a view of a Record (which must outlive it).
class RecordView {
public:
    explicit RecordView(const rd_kafka_message_s* message);
    explicit RecordView(const Record& record);

    QString topic() const;
    qint32 partition() const { return m_partition; }
    qint64 offset() const { return m_offset; }
    qint64 timestamp() const; ///< epoch milliseconds or -1
    TimestampType timestampType() const;
    const std::optional<QByteArrayView>& key() const { return m_key; }
    const std::optional<QByteArrayView>& value() const { return m_value; }
    /// Bytes of the value; 0 for null.
    qsizetype size() const { return m_value ? m_value->size() : 0; }
    qsizetype headerCount() const;
    /// `index` < headerCount().
    HeaderView header(qsizetype index) const;

    RecordPlace place() const { return {topic(), partition(), offset()}; }
    using HeaderTest = std::function<bool(QByteArrayView name)>;
    Record toRecord() const;
    /// Copies only the headers that are wanted.
    Record toRecord(const HeaderTest& wanted) const;
    Headers headers(const HeaderTest& wanted) const;

private:
    const rd_kafka_message_s* m_message = nullptr;
    const Record* m_record = nullptr;
    qint32 m_partition;
    qint64 m_offset;
    std::optional<QByteArrayView> m_key;
    std::optional<QByteArrayView> m_value;
};

using RecordBatch = std::span<const RecordView>;

} // namespace nc
