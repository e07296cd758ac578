#pragma once

#include "core/task.h"
#include "postgres/connection.h"
#include "publish/publishoutcome.h"
#include "publish/publishplan.h"
#include "publish/publishsource.h"

#include <functional>

namespace nc {

class DiiaRegistrar;
class PublishHistory;

struct PublishRequest {
    QList<PublishSource> sources;
    /// Keys (`channel/name`) to work on; empty: all.
    QStringList only;
    /// Also delete rows that have no directory.
    bool prune = false;
    /// Publish whatever the platform's publisher itself would, problems or not.
    bool force = false;
    /// What the person looked at. A row that is different by now is left alone and reported (errors::rowChanged).
    std::optional<PublishPlan> seen;
};

/// Publishes templates to the `notifications` database by the platform's row rules (docs/contracts.md, section 3):
/// one transaction a template, under an advisory lock of the database; whoever comes second waits and plans anew.
/// Functions block, open a session of their own and may be called from any thread.
class Publisher {
public:
    /// `registrar` and `history` may be null; they must outlive the publisher.
    explicit Publisher(DatabaseTarget target, DiiaRegistrar* registrar = nullptr, PublishHistory* history = nullptr);

    /// Reads only; takes no lock. Errors as Connection, errors::missingRight, errors::missingTable.
    Result<PublishPlan> plan(const QList<PublishSource>& sources, const TaskContext& context) const;

    /// An error means that nothing was written and says why (server, rights, unknown key); everything else is in the
    /// report. `each` is called from this thread as soon as a template is done. Cancel acts between two templates.
    /// A session that is lost in the middle is opened anew and doubt is resolved by looking.
    Result<PublishReport> publish(const PublishRequest& request, const TaskContext& context,
        const std::function<void(const PublishOutcome&)>& each = {}) const;

private:
    DatabaseTarget m_target;
    DiiaRegistrar* m_registrar;
    PublishHistory* m_history;
};

} // namespace nc
