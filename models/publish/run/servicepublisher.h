#pragma once

#include "publish/plan/templatepublisher.h"
#include "publish/run/notificationservice.h"

namespace nc {

class PublishHistory;

/// Publishes through notification-service, for an environment where the database is out of reach: the same plan and the
/// same results. What HTTP cannot give: no lock (another publisher at the same time is only noticed by its rows), no
/// contents (the history knows that a row was replaced, not by what), and attributes only where the service tells them.
/// Diia templates are registered by the service itself.
class ServicePublisher : public TemplatePublisher {
public:
    /// `history` may be null; it must outlive the publisher.
    explicit ServicePublisher(ServiceAccess access, PublishHistory* history = nullptr);

    /// Errors of NotificationService.
    Result<QList<TemplateRow>> rows(const TaskContext& context) const;
    Result<PublishPlan> plan(const QList<PublishSource>& sources, const TaskContext& context) const override;
    /// A request that was cut off is looked at before it counts as failed. Without a valid token, or once the service
    /// is out of reach, the rest is not tried.
    Result<PublishReport> publish(const Pass& pass, const PublishRequest& request, const TaskContext& context,
        const std::function<void(const PublishOutcome&)>& each = {}) const override;

private:
    PublishOutcome apply(NotificationService& service, const PlanItem& item, const PublishSource* source,
        const TaskContext& context) const;

    ServiceAccess m_access;
    PublishHistory* m_history;
};

} // namespace nc
