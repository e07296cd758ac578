#pragma once

#include "gate/pass.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/filter/recordfilter.h"
#include "kafka/reading/readrequest.h"
#include "kafka/records/record.h"
#include "kafka/schemas/valueschema.h"

#include <functional>
#include <optional>

namespace nc {

/// What to take from one topic to another, and what to do with it on the way.
struct TransferRequest {
    ReadRequest read; ///< the source
    RecordFilter filter;
    QString target;
    QString rejects; ///< topic for what does not fit; empty: it is only counted
    /// A list in the value: each element becomes a record of its own, with the key and headers of the whole.
    QString unbundle;
    std::optional<ValueSchema> schema; ///< checked after unbundling
    /// A field of the record; of those that hold the same in it only the first goes. A record without it always goes.
    QString dedupe;
};

struct TransferSummary {
    qint64 scanned = 0;
    qint64 matched = 0;
    qint64 written = 0;
    qint64 duplicates = 0;
    qint64 rejected = 0;
};

/// Told of everything that did not fit, with the reason, from the working thread.
using TransferReject = std::function<void(const RecordPlace& place, const QString& reason)>;

/// Reads, checks, drops duplicates, splits and writes. Keys, headers and times stay; the partition is the one that
/// Java's partitioner gives. Blocks until the range is done, or, when it follows, until cancelled: that is then no
/// error. Duplicates are known within one run. errors::unknownTopic (no topic is created), errors::badFilter for a
/// field that is none, and those of the connection; `summary` tells how far it got, then too.
Result<void> transferRecords(const KafkaAccess& access, const TransferRequest& request, TransferSummary& summary,
    const TransferReject& rejected, const Pass& pass, const TaskContext& task);

/// The header that a rejected record is given.
inline constexpr QByteArrayView rejectReasonHeader("transfer-reject-reason");

} // namespace nc
