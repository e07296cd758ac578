#include "publish/publisher.h"

#include "postgres/rights.h"
#include "postgres/templatestore.h"
#include "publish/errors.h"
#include "publish/planner.h"
#include "publish/publishrun.h"
#include "publish/publishselection.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Problems in what was chosen stop everything before the first row.
std::optional<PublishReport> blockedBy(const PublishRequest& request)
{
    QStringList blocked;
    PublishReport report;
    for (const PublishSource& source : request.sources) {
        if (!request.only.isEmpty() && !request.only.contains(source.key()))
            continue;
        PublishOutcome outcome{source.values.channel, source.values.name, PublishResult::Skipped, {}, {}};
        if (source.failure || !source.problems.isEmpty()) {
            blocked += source.key();
            outcome.result = PublishResult::Failed;
            outcome.error = source.problems.isEmpty() ? *source.failure : source.problems.first().error;
        } else {
            outcome.error = Error{errors::notTried, source.key(), {}, Next::Retry};
        }
        report.outcomes.append(outcome);
    }
    if (blocked.isEmpty() || request.force)
        return std::nullopt;
    std::ranges::sort(report.outcomes, {}, &PublishOutcome::key);
    const qsizetype shown = qMin<qsizetype>(blocked.size(), 5);
    QString names = blocked.first(shown).join(u", "_s);
    if (blocked.size() > shown)
        names += u" + %1"_s.arg(blocked.size() - shown);
    report.stopped = Error{errors::problemsBlock, names, {}, Next::Abort};
    return report;
}

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
    return makePlan(sources, *rows);
}

Result<PublishReport> Publisher::publish(const PublishRequest& request, const TaskContext& context,
    const std::function<void(const PublishOutcome&)>& each) const
{
    if (auto blocked = blockedBy(request)) {
        for (const PublishOutcome& outcome : blocked->outcomes) {
            if (each)
                each(outcome);
        }
        return *blocked;
    }
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

    QHash<QString, const PublishSource*> sources;
    for (const PublishSource& source : request.sources)
        sources.insert(source.key(), &source);
    PublishRun run(m_target, std::move(*connection), m_registrar, m_history, context);
    PublishReport report = run.apply(*chosen, sources, request.seen, each);
    report.waited = *waited;
    return report;
}

} // namespace nc
