#pragma once

#include "cli/command.h"
#include "publish/plan/publishoutcome.h"
#include "publish/plan/publishplan.h"

namespace nc::cli {

/// One row of `templates plan`, with its difference where there is one.
void printPlanItem(
    const PlanItem& item, const QByteArray& diff, Environment& env, const std::optional<Error>& failure = {});

/// One result of `templates publish`, as soon as it is known.
void print(const PublishOutcome& outcome, Environment& env);

/// What a publish was about, for the journal of what was done here (core/activitylog.h).
struct PublishDeed {
    QString action; ///< publish, restore
    QString profile;
    QString subject; ///< the regulation's folder, or the template
};

/// The last words of a publish, its line in the journal, and its exit code.
int conclude(const PublishDeed& deed, const Result<PublishReport>& report, Environment& env);

} // namespace nc::cli
