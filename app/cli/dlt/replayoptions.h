#pragma once

#include "cli/command.h"
#include "failures/sending/replayer.h"

namespace nc::cli {

/// What `dlt replay` and `deliveries resend` have in common.

/// --rate, --canary-timeout; what is not there stays as it is.
void readPace(const Arguments& arguments, double& rate, std::chrono::milliseconds& canaryTime);
/// --verdict.
std::optional<VerdictOutcome> typedVerdict(const Arguments& arguments);

/// What else is to be said about a run: what could not be looked at, who gets something again, why it stopped.
void sayNotes(const ReplaySummary& summary, bool dryRun, Environment& env);

/// What discarding did, as JSON where that is asked for, and where it is remembered.
void tellDiscard(const Replayer::DiscardSummary& done, bool undo, Environment& env);
/// Says why states are only those that this computer knows of.
void sayUnseenLedger(const std::optional<Error>& unseen, Environment& env);

/// 1 when one failed or came back, 4 when nothing matched or the first one's fate did not show in time, else 0.
int exitCodeOf(const ReplaySummary& summary, Environment& env);

} // namespace nc::cli
