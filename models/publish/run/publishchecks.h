#pragma once

#include "publish/plan/templatepublisher.h"

namespace nc {

/// Problems in what was chosen stop everything before the first row: the report that says so, or nothing.
std::optional<PublishReport> blockedBy(const PublishRequest& request);

/// The same for what is in no commit, where only committed templates may be published.
std::optional<PublishReport> uncommittedIn(const QList<PlanItem>& items, const PublishRequest& request);

/// Hands all outcomes of a report that was made at once to `each`.
PublishReport tellAll(PublishReport report, const std::function<void(const PublishOutcome&)>& each);

} // namespace nc
