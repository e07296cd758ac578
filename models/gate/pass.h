#pragma once

#include "core/result.h"
#include "gate/journal.h"
#include "gate/operation.h"

namespace nc {

/// How an operation ended, for the journal.
struct Ending {
    JournalResult result = JournalResult::Done;
    qint64 count = -1; ///< how many were changed; -1: not counted
    QString detail = {};
    QString run = {}; ///< the ledger's run

    /// Done, cancelled or failed, as `outcome` says.
    template <class T>
    static Ending of(const Result<T>& outcome, qint64 count = -1, QString run = {})
    {
        return outcome ? Ending{JournalResult::Done, count, {}, std::move(run)}
                       : ofError(outcome.error(), count, std::move(run));
    }
    static Ending ofError(const Error& error, qint64 count = -1, QString run = {});
};

/// The gate was passed: whoever changes something takes one. Only Gate makes them; it has written the journal's first
/// line by then. finish() writes the second; a pass that is destroyed without it writes “broken off”.
/// May go to another thread; use from one at a time.
class [[nodiscard]] Pass {
public:
    Pass(Pass&& other) noexcept;
    Pass& operator=(Pass&& other) noexcept;
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass();

    Operation operation() const { return m_operation; }
    const QString& profile() const { return m_entry.profile; }
    /// errors::wrongPass where its operation is none that changes this: asked by every writer.
    Result<void> opens(Change change) const;

    /// Writes the journal's second line; only the first call counts. errors::cannotWrite, diskFull: what was done is
    /// done, and is to be told as such.
    Result<void> finish(const Ending& ending);
    /// The same for those who have nobody to tell: a journal that cannot be written is said in the log.
    void end(const Ending& ending);

private:
    friend class Gate;
    Pass(Operation operation, Journal journal, JournalEntry entry);

    Operation m_operation;
    Journal m_journal;
    JournalEntry m_entry;
    bool m_open = true;
};

} // namespace nc
