#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <tuple>

namespace nc {

/// One header of a record. Order, duplicates and nulls matter (docs/contracts.md, section 7), so headers are a list.
struct Header {
    QByteArray name;
    std::optional<QByteArray> value; ///< nothing: a null value, which is not an empty one

    friend bool operator==(const Header&, const Header&) = default;
};
using Headers = QList<Header>;

enum class TimestampType { NotAvailable, CreateTime, LogAppendTime };

/// Where a record stands. Ordered by topic, partition, offset.
struct RecordPlace {
    QString topic;
    qint32 partition = -1;
    qint64 offset = -1;

    friend bool operator==(const RecordPlace&, const RecordPlace&) = default;
    // QString has no three-way comparison.
    friend bool operator<(const RecordPlace& a, const RecordPlace& b)
    {
        return std::tie(a.topic, a.partition, a.offset) < std::tie(b.topic, b.partition, b.offset);
    }
};

/// A record as the broker keeps it. A plain value: copying shares the payload (Qt's implicit sharing).
struct Record {
    QString topic;
    qint32 partition = -1;
    qint64 offset = -1;
    qint64 timestamp = -1; ///< epoch milliseconds; -1 when the broker gave none
    TimestampType timestampType = TimestampType::NotAvailable;
    std::optional<QByteArray> key; ///< nothing: null
    std::optional<QByteArray> value; ///< nothing: null (a tombstone)
    Headers headers;

    RecordPlace place() const { return {topic, partition, offset}; }

    friend bool operator==(const Record&, const Record&) = default;
};

} // namespace nc
