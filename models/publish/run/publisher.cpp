#include "publish/run/publisher.h"

#include "postgres/databaseidentity.h"
#include "postgres/rights.h"
#include "postgres/templatestore.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/errors.h"
#include "publish/plan/planner.h"
#include "publish/plan/publishselection.h"
#include "publish/run/publishchecks.h"
#include "publish/run/publishrun.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QSet<QString> keysWithAttributes(const QList<PublishSource>& sources)
{
    QSet<QString> keys;
    for (const PublishSource& source : sources) {
        if (!source.values.attributes.isEmpty())
            keys.insert(source.key());
    }
    return keys;
}

} // namespace

Publisher::Publisher(DatabaseTarget target, DiiaRegistrar* registrar, PublishHistory* history)
    : m_target(std::move(target))
    , m_registrar(registrar)
    , m_history(history)
{
}

Result<PublishPlan> Publisher::plan(const QList<PublishSource>& sources, const TaskContext& context) const
{
    auto connection = Connection::open(m_target, context);
    if (!connection)
        return fail(connection.error());
    const auto rights = readRights(**connection, context);
    if (!rights)
        return fail(rights.error());
    if (auto granted = checkRights(*rights, rightsFor({}, {})); !granted)
        return fail(granted.error());
    auto rows = TemplateStore(**connection).rows(context);
    if (!rows)
        return fail(rows.error());
    PublishPlan plan = makePlan(sources, *rows);
    if (m_history) {
        (void)m_history->learn(databaseIdentity(**connection, context)); // only looked at
        const auto heads = m_history->heads();
        if (!heads)
            return fail(heads.error());
        markDrift(plan, *heads);
    }
    return plan;
}

Result<PublishReport> Publisher::publish(const Pass& pass, const PublishRequest& request, const TaskContext& context,
    const std::function<void(const PublishOutcome&)>& each) const
{
    if (const auto opened = pass.opens(Change::Database); !opened)
        return fail(opened.error());
    if (auto blocked = blockedBy(request))
        return tellAll(*blocked, each);
    auto connection = Connection::open(m_target, context);
    if (!connection)
        return fail(connection.error());
    const auto rights = readRights(**connection, context);
    if (!rights)
        return fail(rights.error());
    if (auto granted = checkRights(*rights, rightsFor({}, {})); !granted)
        return fail(granted.error());
    TemplateStore store(**connection);
    const auto waited = store.lock(context);
    if (!waited)
        return fail(waited.error());
    const auto rows = store.rows(context);
    if (!rows)
        return fail(rows.error());
    const auto chosen = chooseItems(makePlan(request.sources, *rows), request.only, request.prune);
    if (!chosen)
        return fail(chosen.error());
    if (auto granted = checkRights(*rights, rightsFor(*chosen, keysWithAttributes(request.sources))); !granted)
        return fail(granted.error());

    if (auto blocked = uncommittedIn(*chosen, request))
        return tellAll(*blocked, each);
    if (m_history)
        (void)m_history->learn(
            databaseIdentity(**connection, context)); // what is wrong with the disk is said by keep()

    QHash<QString, const PublishSource*> sources;
    for (const PublishSource& source : request.sources)
        sources.insert(source.key(), &source);
    PublishRun run(m_target, std::move(*connection), m_registrar, m_history, context);
    PublishReport report = run.apply(*chosen, sources, request, each);
    report.waited = *waited;
    return report;
}

} // namespace nc
