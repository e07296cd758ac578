#pragma once

#include "failures/sending/sendingresult.h"

namespace nc {

/// One record on its way.
struct SendingItem {
    Record out; ///< ready to be sent: topic and partition are the target's
    bool anyPartition = false; ///< nothing asks for that one
    qint32 partition = -1; ///< of the failure: a dead letter, or the audit of a failed delivery
    qint64 offset = -1;
    qint64 timestamp = -1;
    std::optional<QByteArray> value; ///< the failure's own (shared with `out` unless unwrapped or changed)
    std::optional<QByteArray> key; ///< the failure's own
    qint32 returns = 0;
    bool typeUnknown = false;
    QList<RecordPlace> also; ///< further places that this sending settles (repeated audits of one failure)
    QByteArray deliveryKey; ///< of what is sent anew (see eventidentity.h)
    bool joined = false; ///< belongs to the item before it: both go in one batch
    std::shared_ptr<const ReplayFacts> facts;
};

/// What a source hands over at once.
struct SendingChunk {
    QList<SendingItem> items;
    QList<ReplayResult> settled; ///< left out or impossible
    qint64 scanned = 0;
    qint64 bytes = 0;
    std::chrono::steady_clock::time_point readAt; ///< all of it had been read by then

    void append(SendingItem item)
    {
        bytes += 600 + (item.out.value ? item.out.value->size() : 0);
        items.append(std::move(item));
    }
};

/// What a batch of this record alone takes on the wire, at most.
qint64 wireSize(const Record& record);

} // namespace nc
