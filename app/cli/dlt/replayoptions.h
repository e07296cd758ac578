#pragma once

#include "cli/command.h"
#include "failures/sending/replayer.h"

namespace nc::cli {

/// What `dlt replay` and `deliveries resend` have in common. Readers give 0 or the exit code, with the sentence said.

/// --rate, --canary-timeout.
int readPace(const Arguments& arguments, Environment& env, double& rate, std::chrono::milliseconds& canaryTime);
/// --verdict.
int readVerdict(const Arguments& arguments, Environment& env, std::optional<VerdictOutcome>& only);

/// What else is to be said about a run: what could not be looked at, who gets something again, why it stopped.
void sayNotes(const ReplaySummary& summary, bool dryRun, Environment& env);

/// What discarding did, as JSON where that is asked for, and where it is remembered.
void tellDiscard(const Replayer::DiscardSummary& done, bool undo, Environment& env);

/// 1 when one failed or came back, 4 when nothing matched or the first one's fate did not show in time, 6 when what was
/// sent or held rests on a source that could not be read, else 0.
int exitCodeOf(const ReplaySummary& summary, Environment& env);

} // namespace nc::cli
