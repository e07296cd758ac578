#pragma once

#include "failures/facts/eventfacts.h"
#include "failures/ledger/ledgermark.h"
#include "failures/letters/cause.h"
#include "failures/letters/letterstate.h"
#include "kafka/records/record.h"

#include <QMetaType>

namespace nc {

class LedgerIndex;

/// A dead letter with everything that its headers, its value and the ledger tell. A value.
struct DeadLetter {
    Record record;
    FailureHeaders failure;
    Cause cause;
    EventFacts facts;
    Hop origin; ///< the first hop; its topic is guessed from the dead-letter topic's name where no header tells
    Hop lastHop;
    std::optional<int> attempts;
    QByteArray original; ///< the value without its wrappings
    int layers = 0;
    LetterState state = LetterState::Open;
    std::optional<LedgerMark> mark; ///< what the ledger says; nothing while open
    int returns = 0; ///< how often it has come back

    bool handled() const { return state == LetterState::Replayed || state == LetterState::Discarded; }
};

/// State of one record by the ledger: cheap, looks at the latest hop's headers only where the ledger knows a sending.
struct LetterStanding {
    LetterState state = LetterState::Open;
    std::optional<LedgerMark> mark;
    int returns = 0;
};
LetterStanding standingOf(const Record& record, const LedgerIndex& ledger);
/// The same from what is needed of the record: its latest hop (nothing: not known) and how many there are.
LetterStanding standingOf(qint32 partition, qint64 offset, const std::optional<RecordPlace>& cameFrom, qsizetype hops,
    const LedgerIndex& ledger);

/// `causes` makes reading very many of them quick.
DeadLetter readDeadLetter(const Record& record, const LedgerIndex& ledger, CauseCache* causes = nullptr);

} // namespace nc

Q_DECLARE_METATYPE(nc::DeadLetter)
