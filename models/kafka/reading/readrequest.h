#pragma once

#include "core/epochms.h"
#include "core/result.h"

#include <QMap>
#include <QString>

#include <optional>

namespace nc {

/// Where a reading begins, the same for each partition it covers.
struct ReadFrom {
    enum class Kind {
        Beginning, ///< the low watermark
        End, ///< the end as it is when the reading starts
        Offset, ///< `value`, or the low watermark where that is higher
        Newest, ///< the newest `value` records of all partitions together, by time
        Time, ///< the first record at or after `value` (epoch milliseconds), by the broker's time index
    };
    Kind kind = Kind::Newest;
    qint64 value = 100;

    friend bool operator==(const ReadFrom&, const ReadFrom&) = default;
    /// Reads `beginning`, `end`, `N`, `-N`, `@TIME`. errors::badRange.
    static Result<ReadFrom> parse(const QString& text, EpochMs now);
    /// The text that parse() reads (times as ISO 8601).
    QString toString() const;
};

/// Where it ends, exclusive; by default the end as it is when the reading starts.
struct ReadTo {
    enum class Kind { End, Offset, Time };
    Kind kind = Kind::End;
    qint64 value = 0;

    friend bool operator==(const ReadTo&, const ReadTo&) = default;
    /// Reads `N`, `@TIME`. errors::badRange.
    static Result<ReadTo> parse(const QString& text, EpochMs now);
    QString toString() const;
};

enum class Isolation { ReadCommitted, ReadUncommitted };

/// What to read of one topic.
struct ReadRequest {
    QString topic;
    std::optional<qint32> partition; ///< nothing: all
    ReadFrom from;
    ReadTo to;
    /// Beyond the end, until cancelled or stopped by the sink; a `to` still ends it.
    bool follow = false;
    Isolation isolation = Isolation::ReadCommitted;
    /// Exact ranges [first, second) of chosen partitions instead of `partition`, `from` and `to`; for going on where
    /// another reading stopped and for fetching single records again.
    QMap<qint32, std::pair<qint64, qint64>> offsets;
    /// Only what stands before these offsets in these partitions; with ReadFrom::Newest the newest of that. For going
    /// on towards the beginning.
    QMap<qint32, qint64> before;
    /// Batches larger than this many records are split; small ones come at least every 100 ms.
    int batchSize = 1000;

    friend bool operator==(const ReadRequest&, const ReadRequest&) = default;
};

} // namespace nc
