#pragma once

#include "core/task.h"
#include "gate/pass.h"
#include "publish/plan/publishoutcome.h"
#include "publish/plan/publishplan.h"
#include "publish/plan/publishsource.h"

#include <functional>

namespace nc {

struct PublishRequest {
    QList<PublishSource> sources;
    /// Keys (`channel/name`) to work on; empty: all.
    QStringList only;
    /// Also delete rows that have no directory.
    bool prune = false;
    /// Publish whatever the platform's publisher itself would, problems or not.
    bool force = false;
    /// What the person looked at. A row that is different by now is left alone and reported (errors::rowChanged).
    std::optional<PublishPlan> seen = {};
    /// Only what is committed is published; a template that is not stops everything before the first row, unless it is
    /// named in `uncommitted`.
    bool committedOnly = false;
    QStringList uncommitted = {};
    /// The number of the version that is put back; 0: an ordinary publish.
    int restored = 0;
};

/// One way to where templates are published to: the database, or notification-service's HTTP API. Functions block, make
/// connections of their own and may be called from any thread.
class TemplatePublisher {
public:
    virtual ~TemplatePublisher() = default;

    /// Reads only; takes no lock. Errors of the connection, errors::missingRight, errors::missingTable.
    virtual Result<PublishPlan> plan(const QList<PublishSource>& sources, const TaskContext& context) const = 0;

    /// errors::wrongPass where the pass's operation changes no database. An error means that nothing was written and
    /// says why (server, rights, unknown key); everything else is in the report. `each` is called from this thread as
    /// soon as a template is done. Cancel acts between two templates.
    virtual Result<PublishReport> publish(const Pass& pass, const PublishRequest& request, const TaskContext& context,
        const std::function<void(const PublishOutcome&)>& each = {}) const = 0;
};

} // namespace nc
