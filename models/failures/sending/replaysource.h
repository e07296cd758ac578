#pragma once

#include "core/task.h"
#include "failures/facts/rawjson.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/replayrecord.h"
#include "failures/sending/handover.h"
#include "failures/sending/replayrequest.h"
#include "failures/sending/sendingrules.h"
#include "kafka/reading/readrequest.h"

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
    std::optional<QByteArray> key; ///< the dead letter's own
    qint32 returns = 0;
    bool typeUnknown = false;
    QList<RecordPlace> also; ///< further places that this sending settles (repeated audits of one failure)
    QByteArray deliveryKey; ///< of what is sent anew (see eventidentity.h)
    bool joined = false; ///< belongs to the item before it: both go in one batch
    std::shared_ptr<const ReplayFacts> facts;
};

/// What the reading thread hands over at once.
struct ReplayChunk {
    QList<ReplayItem> items;
    QList<ReplayResult> settled; ///< left out or impossible
    qint64 scanned = 0;
    qint64 bytes = 0;
    std::chrono::steady_clock::time_point readAt; ///< all of it had been read by then
};

/// What is known about the topics before a run begins.
struct ReplayTargets {
    QHash<QString, qint32> partitions; ///< of every topic of the cluster
    QHash<QString, qint64> largestRecord; ///< of those that were asked for
    SendingRules rules;
    std::optional<RawJson> patch;
    DeadLetterNaming naming;
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
    /// What must be known of a record to decide about it and to send it.
    struct Candidate {
        ReplayRecord prepared;
        QString target;
        qint32 partition = -1;
        qint64 offset = -1;
        qint64 timestamp = -1;
        std::optional<QByteArray> value; ///< as it stands in the dead-letter topic
        qint32 original = -1; ///< partition that it came from
        bool expectsReply = false;
        LetterStanding standing;
        std::shared_ptr<const DeadLetter> letter; ///< where more is to be asked or changed
    };
    void sort(const RecordView& view, ReplayChunk& chunk);
    /// The usual record, without copying what does not go back; nothing for an unusual one.
    std::optional<Candidate> quick(const RecordView& view);
    std::optional<Candidate> thorough(const RecordView& view);
    bool isSpecial(const RecordView& view, const QString& target) const;
    std::optional<ReplayResult> leftOut(const Candidate& candidate) const;
    /// Changes, rules and verdict; what goes is appended to the chunk.
    void consider(Candidate candidate, ReplayChunk& chunk);
    Result<void> change(const Candidate& candidate, Record& record, ReplayFacts& facts) const;
    Result<ReplayItem> ready(const Candidate& candidate, Record record);
    static ReplayResult resultFor(const Candidate& candidate, ReplayOutcome outcome);
    static void append(ReplayChunk& chunk, ReplayItem item);
    QString topicName(QByteArrayView name);

    const ReplayRequest& m_request;
    const LedgerIndex& m_ledger;
    LedgerIndex m_resumed; ///< entries of the run that is resumed
    const ReplayTargets& m_targets;
    Handover<ReplayChunk> m_queue;
    std::optional<Error> m_error;
    qint32 m_anyPartition = 0;
    QByteArray m_lastTopicBytes;
    QString m_lastTopic;
    CancelSource m_stop;
    std::thread m_thread;
};

} // namespace nc
