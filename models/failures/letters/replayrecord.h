#pragma once

#include "kafka/records/record.h"

#include <QString>

namespace nc {

/// What goes back of a dead letter (docs/contracts.md, section 7): its value and key byte for byte (unwrapped where the
/// service had wrapped them) and its own headers in their order with duplicates and nulls.
struct ReplayRecord {
    Record record; ///< `topic` is the target; the partition is still the dead letter's
    int layers = 0; ///< how many wrappings were taken off
    bool typeUnknown = false; ///< unwrapped, but nobody knows which `__TypeId__` the target expects: it goes without
};

ReplayRecord prepareReplay(const Record& deadLetter, const QString& target);

/// The headers without those that describe the failure.
Headers withoutFailureHeaders(const Headers& headers);

/// True when somebody once waited for a reply to the record.
bool expectsReply(const Headers& headers);

/// Where it goes by itself: the latest hop's original topic, else what other header families say, else the name of the
/// dead-letter topic without its suffix; empty when nothing tells.
QString targetOf(const Record& deadLetter);

struct PartitionChoice {
    qint32 partitions = 0; ///< of the target
    bool same = false; ///< the original partition even where a key is set
    qint32 any = 0; ///< for records without a key whose partition the target does not have
};
/// The partition it goes to; -1 when the original partition was asked for and the target does not have it.
/// `original` is the partition that it had.
qint32 choosePartition(const std::optional<QByteArray>& key, qint32 original, const PartitionChoice& choice);
/// Nothing asks for the partition that was chosen: another time it may be another one.
bool isAnyPartition(const std::optional<QByteArray>& key, qint32 original, const PartitionChoice& choice);

} // namespace nc
