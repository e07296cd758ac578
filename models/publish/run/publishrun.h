#pragma once

#include "postgres/connection.h"
#include "postgres/templatestore.h"
#include "publish/diia/diiaregistrar.h"
#include "publish/plan/templatepublisher.h"

#include <QHash>

namespace nc {

class PublishHistory;

/// One publish under way: holds the session with the lock, applies item after item, reconnects when the session is
/// lost. Made and used by Publisher::publish() in one thread.
class PublishRun {
public:
    PublishRun(const DatabaseTarget& target, std::unique_ptr<Connection> connection, DiiaRegistrar* registrar,
        PublishHistory* history, const TaskContext& context);
    ~PublishRun();

    PublishReport apply(const QList<PlanItem>& items, const QHash<QString, const PublishSource*>& sources,
        const PublishRequest& request, const std::function<void(const PublishOutcome&)>& each);

private:
    PublishOutcome applyOne(PlanItem item, const PublishSource* source, const PlanItem* seen, bool last);
    /// True: done. False: the row is not what the item says.
    Result<bool> write(const PlanItem& item, const PublishSource* source, QString& id);
    /// The item as it is now, through a new session if the old one is lost.
    Result<PlanItem> lookAgain(const PlanItem& item, const PublishSource* source);
    Result<void> reconnect();

    DatabaseTarget m_target;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TemplateStore> m_store;
    DiiaRegistrar* m_registrar;
    PublishHistory* m_history;
    TaskContext m_context;
    QHash<QString, DiiaRegistration> m_registered;
    int m_restored = 0;
    int m_reconnects = 0;
    bool m_unflushed = false;
};

} // namespace nc
