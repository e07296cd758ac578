#pragma once

#include "kafka/records/record.h"

#include <QString>

#include <optional>

namespace nc {

/// One stay of a record in a topic from which it was dead-lettered. What a header did not say is empty or nothing.
struct Hop {
    QString topic;
    std::optional<qint32> partition;
    std::optional<qint64> offset;
    std::optional<qint64> timestamp; ///< epoch milliseconds
    QString timestampType;
    QString group;

    friend bool operator==(const Hop&, const Hop&) = default;
};

/// What the headers of a dead letter say about its failure: docs/contracts.md, section 7, all families. Decoding never
/// fails: a value of the wrong length or not in UTF-8 is read as well as it can be or left out.
struct FailureHeaders {
    QList<Hop> hops; ///< the true origin first, the latest hop last
    QString exception; ///< class that was thrown (the latest failure)
    QString causeException; ///< class of its cause; may be absent
    QString message;
    QString stackTrace;
    QString keyException; ///< where the key could not be read
    std::optional<int> attempts; ///< only where a header tells

    bool isEmpty() const { return hops.isEmpty() && exception.isEmpty() && message.isEmpty(); }

    friend bool operator==(const FailureHeaders&, const FailureHeaders&) = default;
};

FailureHeaders decodeFailureHeaders(const Headers& headers);

/// The latest hop alone, cheaply, for work on very many records.
std::optional<Hop> latestHop(const Headers& headers);

/// Big-endian two's complement of 1 to 8 bytes, or digits as text where the length is not `usual`.
std::optional<qint64> decodeInteger(QByteArrayView bytes, qsizetype usual);

} // namespace nc
