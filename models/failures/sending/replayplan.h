#pragma once

#include "failures/facts/rawjson.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/replayrecord.h"
#include "failures/sending/replayrequest.h"
#include "failures/sending/sendingitem.h"
#include "failures/sending/sendingrules.h"

#include <QHash>

namespace nc {

class RecordView;

/// What is known about the topics before a run begins.
struct ReplayTargets {
    QHash<QString, qint32> partitions; ///< of every topic of the cluster
    QHash<QString, qint64> largestRecord; ///< of those that were asked for
    SendingRules rules;
    std::optional<RawJson> patch;
};

/// Decides about each chosen dead letter whether it goes back, and makes it ready. For one run, in one thread.
class ReplayPlan {
public:
    /// Everything given must outlive it.
    ReplayPlan(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets);

    /// What goes, or why it does not, is appended to the chunk; nothing for what was not chosen.
    void decide(const RecordView& view, SendingChunk& chunk);
    /// A different partition for each portion of records that may go anywhere.
    void nextPartition() { ++m_anyPartition; }

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
    /// The usual record, without copying what does not go back; nothing for an unusual one.
    std::optional<Candidate> quick(const RecordView& view);
    std::optional<Candidate> thorough(const RecordView& view);
    bool isSpecial(const RecordView& view, const QString& target) const;
    bool isJudged(const QString& target) const;
    std::optional<ReplayResult> leftOut(const Candidate& candidate) const;
    /// Changes, rules and verdict; what goes is appended to the chunk.
    void consider(Candidate candidate, SendingChunk& chunk);
    Result<void> change(const Candidate& candidate, Record& record, ReplayFacts& facts) const;
    Result<SendingItem> ready(const Candidate& candidate, Record record);
    static ReplayResult resultFor(const Candidate& candidate, ReplayOutcome outcome);
    QString topicName(QByteArrayView name);

    const ReplayRequest& m_request;
    const LedgerIndex& m_ledger;
    LedgerIndex m_resumed; ///< entries of the run that is resumed
    const ReplayTargets& m_targets;
    qint32 m_anyPartition = 0;
    QByteArray m_lastTopicBytes;
    QString m_lastTopic;
};

} // namespace nc
