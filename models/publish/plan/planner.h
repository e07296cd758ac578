#pragma once

#include "publish/plan/publishplan.h"
#include "publish/plan/publishsource.h"

namespace nc {

/// Compares one template with its row by the publisher's rules (docs/contracts.md, section 3, "Rows"). Pure.
PlanItem planTemplate(const PublishSource& source, const std::optional<TemplateRow>& row);

/// All of them, and the rows that have no directory. Pure; ordered by channel and name.
PublishPlan makePlan(const QList<PublishSource>& sources, const QList<TemplateRow>& rows);

} // namespace nc
