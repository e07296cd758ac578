#pragma once

#include "postgres/databasetarget.h"
#include "publish/plan/templatepublisher.h"

namespace nc {

class DiiaRegistrar;
class PublishHistory;

/// Publishes templates to the `notifications` database by the platform's row rules (docs/contracts.md, section 3):
/// one transaction a template, under an advisory lock of the database; whoever comes second waits and plans anew.
/// Functions block, open a session of their own and may be called from any thread.
class Publisher : public TemplatePublisher {
public:
    /// `registrar` and `history` may be null; they must outlive the publisher.
    explicit Publisher(DatabaseTarget target, DiiaRegistrar* registrar = nullptr, PublishHistory* history = nullptr);

    Result<PublishPlan> plan(const QList<PublishSource>& sources, const TaskContext& context) const override;
    /// A session that is lost in the middle is opened anew and doubt is resolved by looking.
    Result<PublishReport> publish(const PublishRequest& request, const TaskContext& context,
        const std::function<void(const PublishOutcome&)>& each = {}) const override;

private:
    DatabaseTarget m_target;
    DiiaRegistrar* m_registrar;
    PublishHistory* m_history;
};

} // namespace nc
