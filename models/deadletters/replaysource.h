#pragma once

#include "core/task.h"
#include "deadletters/handover.h"
#include "deadletters/ledgerindex.h"
#include "deadletters/replayrequest.h"
#include "kafka/readrequest.h"

#include <QHash>

#include <thread>

namespace nc {

class RecordReader;
class RecordView;

/// One record on its way.
struct ReplayItem {
    Record out; ///< ready to be sent: topic and partition are the target's
    qint32 partition = -1; ///< of the dead letter
    qint64 offset = -1;
    qint64 timestamp = -1;
    std::optional<QByteArray> value; ///< the dead letter's own (shared with `out` unless unwrapped or changed)
    qint32 returns = 0;
    bool typeUnknown = false;
};

/// What the reading thread hands over at once.
struct ReplayChunk {
    QList<ReplayItem> items;
    QList<ReplayResult> settled; ///< left out or impossible
    qint64 scanned = 0;
    qint64 bytes = 0;
};

/// What is known about the topics before a run begins.
struct ReplayTargets {
    QHash<QString, qint32> partitions; ///< of every topic of the cluster
    QHash<QString, qint64> largestRecord; ///< of those that were asked for
};

/// Reads the chosen dead letters in a thread of its own, leaves out what is handled, makes the rest ready, and hands it
/// over in bounded portions. start() and take() from one thread.
class ReplaySource {
public:
    /// Everything given must outlive it.
    ReplaySource(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets);
    ~ReplaySource();

    /// `reader` is used by the thread until finished() or the end of this object.
    void start(RecordReader& reader, const ReadRequest& range, const CancelToken& cancel);
    /// The next portion; nothing when the time is over or there is no more (finished()).
    std::optional<ReplayChunk> take(std::chrono::milliseconds time) { return m_queue.take(time); }
    bool finished() const { return m_queue.finished(); }
    /// After finished().
    const std::optional<Error>& error() const { return m_error; }

private:
    void sort(const RecordView& view, ReplayChunk& chunk);
    std::optional<ReplayResult> leftOut(const Record& record, const LetterStanding& standing, const QString& target) const;
    Result<ReplayItem> ready(const Record& record, const QString& target);

    const ReplayRequest& m_request;
    const LedgerIndex& m_ledger;
    LedgerIndex m_resumed; ///< entries of the run that is resumed
    const ReplayTargets& m_targets;
    Handover<ReplayChunk> m_queue;
    std::optional<Error> m_error;
    qint32 m_anyPartition = 0;
    CancelSource m_stop;
    std::thread m_thread;
};

} // namespace nc
