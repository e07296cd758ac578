#pragma once

#include "failures/deliveries/delivery.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/deadletter.h"
#include "failures/trace/traceresult.h"

#include <QByteArray>

namespace nc {

/// A recipient as records name them.
struct TracePerson {
    QString id; ///< may be empty
    QStringList addresses; ///< email, RNOKPP

    /// Id, else the first address.
    QString key() const { return id.isEmpty() ? addresses.value(0) : id; }
    bool isCalled(const QString& text) const
    {
        return id.compare(text, Qt::CaseInsensitive) == 0 || addresses.contains(text, Qt::CaseInsensitive);
    }
    bool overlaps(const TracePerson& other) const;
};

/// What one record says that matters for a trace; small, without payloads.
struct TraceFact {
    enum class Kind { Event, ChannelRecord, Audit, DeadLetter, Other };
    Kind kind = Kind::Other;
    RecordPlace place;
    qint64 at = -1;
    QString key; ///< the record's; may be empty
    QStringList traces; ///< of its headers, or the audit's `request_id`
    QString channel; ///< empty: the event as a whole
    QString templateName;
    QString process;
    QString activity; ///< businessActivityInstanceId
    QList<TracePerson> people; ///< an event's in its order
    bool hasEvent = false; ///< it holds a whole event (so the template is that of the event)
    bool ignoresPreferences = false;
    QByteArray message; ///< hash of subject and message, to find it in the inbox; may be empty
    // Audits
    DeliveryKind audit = DeliveryKind::Delivered;
    int personIndex = -1; ///< of silent failures, into `people`; -1: not known
    QByteArray foldKey;
    // Failures
    std::optional<DeliveryCause> cause;
    QList<RecordPlace> hops; ///< of dead letters: where it came from, oldest first
    QList<qint64> hopTimes; ///< of each hop its record's time, epoch milliseconds; -1: not told
    LetterState state = LetterState::Open;

    /// Equal for everything that one activity of one process asked for; empty where that is not known.
    QString context() const { return process.isEmpty() || activity.isEmpty() ? QString() : process + u'\n' + activity; }
};

/// Reads a record of any topic. `json` is its value as text (decoded, unwrapped); `ledger` that of its topic. `causeOf`
/// says why a delivery failed; without it the service's own words do.
TraceFact readTraceFact(const Record& record, const QByteArray& json, const LedgerIndex& ledger,
    const std::function<DeliveryCause(const AuditDelivery&)>& causeOf = {});

/// Whether the fact itself is about what is looked for.
bool isAbout(const TraceFact& fact, const TraceQuery& query);

/// Whether some text in the value is the one looked for: for topics whose records are not understood. By key or trace
/// id never.
bool isMentioned(const QByteArray& json, const TraceQuery& query);

/// Trace ids in headers: the first part of `b3`, `X-B3-TraceId`, the second part of `traceparent`, `x-request-id`.
QStringList traceIds(const Headers& headers);

/// Hash of what an inbox message says.
QByteArray messageHash(const QString& subject, const QString& message);

} // namespace nc
