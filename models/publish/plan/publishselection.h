#pragma once

#include "core/result.h"
#include "postgres/rights.h"
#include "publish/plan/publishplan.h"

namespace nc {

/// The items of a plan that a publish works on: those in `only` (all when empty), rows that are only in the database
/// just with `prune`. errors::noSuchTemplate for a key that is in neither place.
Result<QList<PlanItem>> chooseItems(const PublishPlan& plan, const QStringList& only, bool prune);

/// The rights that applying them takes; just reading where nothing is pending.
QList<NeededRight> rightsFor(const QList<PlanItem>& items, const QSet<QString>& keysWithAttributes);

} // namespace nc
