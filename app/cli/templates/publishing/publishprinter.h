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

/// The last words of a publish, its count for the journal, and its exit code.
int conclude(const Result<PublishReport>& report, Environment& env);

} // namespace nc::cli
