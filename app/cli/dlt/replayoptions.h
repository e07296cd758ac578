#pragma once

#include "cli/command.h"
#include "failures/sending/sender.h"

namespace nc::cli {

/// What `dlt replay` and `deliveries resend` have in common. Readers give 0 or the exit code, with the sentence said.

/// The options that every run of sending has, and the settings that it heeds.
int readSending(const Arguments& arguments, Environment& env, SendingRequest& request);
/// The same options, to be listed.
QList<OptionSpec> sendingOptions();

/// What is to be said at the end of a run, with its JSON where that is asked for: what could not be looked at, what is
/// held, what the verdicts say, who gets something again, why it stopped.
void tellSummary(const ReplaySummary& summary, bool dryRun, Environment& env);

/// What discarding did, as JSON where that is asked for, and where it is remembered.
void tellDiscard(const DiscardSummary& done, bool undo, Environment& env);
/// Says why states are only those that this computer knows of.
void sayUnseenLedger(const std::optional<Error>& unseen, Environment& env);

/// 1 when one failed or came back, 4 when nothing matched or the first one's fate did not show in time, else 0.
int exitCodeOf(const ReplaySummary& summary, Environment& env);

} // namespace nc::cli
