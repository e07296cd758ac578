#pragma once

#include "gate/confirmer.h"
#include "gate/pass.h"

namespace nc {

/// What the gate must know of a profile.
struct GuardedProfile {
    QString name; ///< empty: none, as where a folder is named outright
    bool readOnly = false;
    bool production = false;
};

/// What is to be done, for the question and the journal.
struct Undertaking {
    QString subject; ///< a topic, a folder, a template; for operations on a topic its name
    QString selection = {}; ///< which of it, as it was asked for
    QString reason = {}; ///< why, in the person's words
};

/// Through which everything passes that changes anything, in both programs (docs/architecture.md, "The gate").
/// A value for one thread at a time; the confirmer must outlive it.
class Gate {
public:
    Gate(GuardedProfile profile, Journal journal, const Confirmer& confirmer);

    /// The name that must be typed for it; empty: nothing is asked.
    static QString nameAsked(const GuardedProfile& profile, Operation operation, const QString& subject);

    /// Refuses what a read-only profile forbids (errors::readOnlyProfile) and what was not confirmed in production
    /// (errors::declined), and writes the journal's first line; where that cannot be written nothing may begin
    /// (errors::journalClosed). Blocks while a person is asked.
    Result<Pass> pass(Operation operation, const Undertaking& undertaking) const;

private:
    GuardedProfile m_profile;
    Journal m_journal;
    const Confirmer& m_confirmer;
};

} // namespace nc
