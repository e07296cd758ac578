#pragma once

#include "cli/environment.h"
#include "core/seen.h"

#include <QJsonObject>

namespace nc::cli {

/// How verbs end whose answer joins sources (docs/command-line.md, "Not known"): every one of them by one of these.

/// `complete` and `unseen` (a list of `source` and `reason`) into a summary.
void addUnseen(QJsonObject& summary, const Unseen& unseen, Language language);
/// A sentence each on stderr.
void sayUnseen(const Unseen& unseen, Environment& env);
/// What `code` becomes where not everything could be seen: 6 for "done" and for "nothing matched", else itself.
int exitCodeWith(const Unseen& unseen, int code);

/// Says what could not be seen, with --json also in the last line `{"summary":true,"complete":…,"unseen":[…]}`, and
/// gives the exit code to end with.
int endAnswer(const Unseen& unseen, int code, Environment& env);

} // namespace nc::cli
