#pragma once

#include "core/sentences.h"
#include "core/timetext.h"
#include "failures/deliveries/delivery.h"
#include "kafka/records/record.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

/// What is looked for. A plain value.
struct TraceQuery {
    enum class By {
        Recipient, ///< id (or RNOKPP) of a person
        Email,
        Process, ///< business process instance
        TraceId, ///< `b3`, `traceparent` or `x-request-id` of a record, `request_id` of an audit
        Key, ///< a record's key
    };
    By by = By::Recipient;
    QString text;
    std::optional<EpochMs> since; ///< nothing: as far back as the topics go
    QStringList topics = {}; ///< only these; empty: all of the cluster
    qint64 most = 20'000; ///< records that may be found; then the search ends and says so

    friend bool operator==(const TraceQuery&, const TraceQuery&) = default;
};

/// One thing that happened. The order is that of a notification's way.
enum class TraceStage {
    Requested, ///< an event in user-notifications
    Attempt, ///< one or several failed attempts (audit)
    SilentFailure, ///< this channel of the recipient will never be delivered (audit)
    Handed, ///< rendered, and put into the channel's topic
    Delivered, ///< by the audit
    Inbox, ///< the message stands in the inbox table
    Dead, ///< a dead letter
    SentAgain, ///< the ledger: replayed or resent
    Discarded, ///< the ledger
    Reopened, ///< the ledger: a discard taken back
    Mentioned, ///< a record of another topic
    Missing, ///< nothing happened: what should have, in words
    Untold, ///< whether something happened cannot be told: a source could not be looked at
};
/// `requested`, `failed-attempt`, `silently-failed`, `handed`, `delivered`, `inbox`, `dead`, `sent-again`,
/// `discarded`, `reopened`, `mentioned`, `missing`, `untold`.
QString stageName(TraceStage stage);

struct TraceStep {
    qint64 at = -1; ///< epoch milliseconds; of something missing: since when
    TraceStage stage = TraceStage::Requested;
    RecordPlace place; ///< where it stands; of a ledger's step: the dead letter or audit record it is about
    std::optional<RecordPlace> target; ///< where the ledger says it went
    QString channel; ///< empty: the event as a whole
    QString templateName;
    /// What became of it: of dead letters `open`, `replayed`, `returned`, `discarded`; of silent failures `open`,
    /// `resent`, `discarded`; of both `unknown` where the ledger could not be read; of inbox messages `read`, `unread`;
    /// else the stage's own name.
    QString state;
    Error summary; ///< one of errors::trace…, to be said with sentenceFor()
    std::optional<DeliveryCause> cause; ///< why it failed
    QString recipient; ///< id, else the address
    QString process;
    QString traceId;
    QString by; ///< who did it (ledger)
    int times = 1; ///< attempts that are one
    qint64 last = -1; ///< of the last of them

    /// It tells of nothing that happened.
    bool isAbsence() const { return stage == TraceStage::Missing || stage == TraceStage::Untold; }

    friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

/// Where a notification stands on one channel.
enum class TraceOutcome {
    Unknown, ///< nothing tells, or what would tell could not be looked at
    Waiting, ///< on its way: requested, handed or sent again, and nothing heard of it since
    Delivered,
    SilentlyFailed,
    Dead,
    Discarded,
    Handled, ///< of the event as a whole: its channels tell the rest
};
/// `unknown`, `waiting`, `delivered`, `silently-failed`, `dead`, `discarded`, `handled`.
QString outcomeName(TraceOutcome outcome);

/// One channel of a notification; with an empty channel what happened to the event as a whole.
struct TraceChannel {
    QString channel;
    TraceOutcome outcome = TraceOutcome::Unknown;
    int deliveries = 0; ///< more than one: the person got it that often
    QList<TraceStep> steps; ///< by time; what is missing stands at the end

    friend bool operator==(const TraceChannel&, const TraceChannel&) = default;
};

/// One notification to one recipient.
struct TraceNotification {
    QString id; ///< stable from one search to the next
    qint64 at = -1; ///< when it was first heard of
    QString templateName; ///< empty: nothing tells
    QString recipient;
    QString process;
    TraceOutcome outcome = TraceOutcome::Unknown; ///< the worst of its channels
    QList<TraceChannel> channels; ///< the event as a whole first, then inbox, email, diia

    friend bool operator==(const TraceNotification&, const TraceNotification&) = default;
};

/// How far one topic was looked through.
struct TraceCoverage {
    QString topic;
    qint64 oldest = -1; ///< time of the oldest record looked at; -1: none
    qint64 scanned = 0;
    bool complete = false; ///< up to its end
    bool olderGone = false; ///< there were older records once, which its retention took

    friend bool operator==(const TraceCoverage&, const TraceCoverage&) = default;
};

struct TraceResult {
    QList<TraceNotification> notifications; ///< by time
    QList<TraceCoverage> coverage; ///< by topic
    qint64 found = 0; ///< records
    bool complete = false; ///< false: a partial result, or more than TraceQuery::most
    bool tooMany = false;

    friend bool operator==(const TraceResult&, const TraceResult&) = default;
};

/// What happened and, where it failed, why.
QString wordsOf(const TraceStep& step, Language language);

/// Every step of every notification in order of time.
QList<TraceStep> stepsByTime(const TraceResult& result);

} // namespace nc

Q_DECLARE_METATYPE(nc::TraceResult)
