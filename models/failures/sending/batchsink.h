#pragma once

#include "core/task.h"
#include "failures/ledger/ledgerentry.h"
#include "failures/sending/sendingitem.h"
#include "kafka/writing/transactionalproducer.h"

namespace nc {

/// What a batch needs to become a ledger entry.
struct RunInfo {
    LedgerAction action = LedgerAction::Replayed;
    QString topic;
    QString run;
    QString by;
    QString reason;
    QString mode;
    QList<qint64> ends;
    QList<qint64> auditEnds;
    bool goesOn = false; ///< more of the run follows the batch at hand
};

/// Takes batches of records to their targets and into the ledger. Use from one thread.
class BatchSink {
public:
    virtual ~BatchSink() = default;

    /// Begins sending a record of the batch; the first one of a batch opens it. A record that cannot be taken at all
    /// gives errors::recordTooLarge and the batch goes on without it.
    virtual Result<void> add(const SendingItem& item, const TaskContext& task) = 0;
    /// Ends the batch; `items` are those that add() took, in their order. Gives what became of each: those that went
    /// stand in the ledger too; those with an error did not go. An Error means that none of them went (or
    /// Next::InDoubt).
    virtual Result<QList<SendOutcome>> finish(const QList<SendingItem>& items, const TaskContext& task) = 0;
    /// Drops an open batch.
    virtual void drop() = 0;
    /// Whether more follows the batch that finish() ends next: other consoles see it in the ledger.
    virtual void expectMore(bool more) = 0;
    /// The run is over: notes that in the ledger where the last entry says that more follows. What cannot be noted does
    /// no harm, the run only seems to be going on for a minute.
    virtual void end(const TaskContext& task) = 0;
};

/// A run takes at most some forty bytes after base64, usually ten: an entry of so many stays under 500 KB.
inline constexpr qsizetype mostRunsInEntry = 10'000;

/// An entry of the run that is about nothing yet.
LedgerEntry blankEntry(const RunInfo& info);

/// The entries for what went, each under 500 KB; empty when nothing went.
/// `outcomes` are those of the items at `which`.
QList<LedgerEntry> makeEntries(const QList<SendingItem>& items, const QList<qsizetype>& which,
    const QList<SendOutcome>& outcomes, const RunInfo& info);
/// Of all items.
QList<LedgerEntry> makeEntries(const QList<SendingItem>& items, const QList<SendOutcome>& outcomes, const RunInfo& info);

} // namespace nc
