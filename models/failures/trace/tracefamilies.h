#pragma once

#include "failures/ledger/ledgerindex.h"
#include "failures/trace/tracefact.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace nc {

/// Everything that was heard of one event.
struct TraceFamily {
    QString context; ///< TraceFact::context(); empty: not known
    QString templateName;
    QList<TracePerson> people; ///< those of the event, and whom its records name; addresses joined
    QSet<QString> traces;
    QList<TraceFact> facts; ///< by time

    /// The one of `people` that is the same, else -1.
    qsizetype indexOf(const TracePerson& person) const;
};

/// Puts facts together (docs/contracts.md, section 11): places join dead letters with what they came from and the
/// ledger joins them with where they went; process and activity join an event with its records and audits; where those
/// are missing, people and time do. Trace ids alone do not: an attempt has one of its own, and one may be shared by
/// several events.
class TraceFamilies {
public:
    /// `ledgers` by topic, and must outlive it.
    explicit TraceFamilies(const QMap<QString, LedgerIndex>& ledgers);

    /// `facts` in any order, none twice.
    QList<TraceFamily> join(QList<TraceFact> facts);

private:
    qsizetype familyOfEvent(const TraceFact& fact) const;
    qsizetype familyOfRecord(const TraceFact& fact) const;
    qsizetype familyByPlace(const TraceFact& fact) const;
    qsizetype newFamily(const TraceFact& fact);
    void add(qsizetype family, const TraceFact& fact);

    const QMap<QString, LedgerIndex>& m_ledgers;
    QList<TraceFamily> m_families;
    QHash<QString, qsizetype> m_byPlace;
    QHash<QString, QList<qsizetype>> m_byContext;
};

} // namespace nc
