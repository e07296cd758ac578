#include "publish/run/servicepublisher.h"

#include "core/errors.h"
#include "http/errors.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/errors.h"
#include "publish/plan/planner.h"
#include "publish/plan/publishselection.h"
#include "publish/run/publishchecks.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Sources = QHash<QString, const PublishSource*>;

Sources byKey(const QList<PublishSource>& sources)
{
    Sources found;
    for (const PublishSource& source : sources)
        found.insert(source.key(), &source);
    return found;
}

/// Compares with what the service tells. Attributes that it keeps to itself count as the same, and are sent along where
/// the directory has some: the service decides by itself whether anything changes.
PublishPlan compare(const QList<PublishSource>& sources, const QList<NotificationService::Row>& read)
{
    const Sources known = byKey(sources);
    QSet<QString> unknown;
    QList<TemplateRow> rows;
    for (NotificationService::Row row : read) {
        const PublishSource* source = known.value(row.row.key());
        if (!row.attributesKnown && source) {
            row.row.attributes = source->values.attributes;
            if (!source->values.attributes.isEmpty() && row.row.channel != u"diia")
                unknown.insert(row.row.key());
        }
        rows.append(row.row);
    }
    PublishPlan plan = makePlan(sources, rows);
    for (PlanItem& item : plan.items)
        item.attributesUnknown = unknown.contains(item.key());
    return plan;
}

/// Names that would arrive changed stop everything before the first row.
std::optional<PublishReport> unnamable(const QList<PlanItem>& items)
{
    PublishReport report;
    for (const PlanItem& item : items) {
        PublishOutcome outcome{item.channel, item.name, PublishResult::Skipped, item.row ? item.row->id : QString(),
            Error{errors::notTried, item.key(), {}, Next::Retry}};
        if (item.pending() && !NotificationService::canName(item.name)) {
            outcome.result = PublishResult::Failed;
            outcome.error = Error{errors::nameOverHttp, item.key(), {}, Next::Abort};
            report.stopped = outcome.error;
        }
        report.outcomes.append(outcome);
    }
    return report.stopped ? std::optional(report) : std::nullopt;
}

PublishResult resultFor(PlanAction action)
{
    return action == PlanAction::Create ? PublishResult::Created
        : action == PlanAction::Update  ? PublishResult::Updated
                                        : PublishResult::Unchanged;
}

} // namespace

ServicePublisher::ServicePublisher(ServiceAccess access, PublishHistory* history)
    : m_access(std::move(access))
    , m_history(history)
{
}

Result<QList<TemplateRow>> ServicePublisher::rows(const TaskContext& context) const
{
    const auto read = NotificationService(m_access).rows(context);
    if (!read)
        return fail(read.error());
    QList<TemplateRow> rows;
    for (const NotificationService::Row& row : *read)
        rows.append(row.row);
    std::ranges::sort(rows, [](const TemplateRow& a, const TemplateRow& b) {
        return std::tie(a.channel, a.name) < std::tie(b.channel, b.name);
    });
    return rows;
}

Result<PublishPlan> ServicePublisher::plan(const QList<PublishSource>& sources, const TaskContext& context) const
{
    const auto rows = NotificationService(m_access).rows(context);
    if (!rows)
        return fail(rows.error());
    PublishPlan plan = compare(sources, *rows);
    if (m_history) {
        const auto heads = m_history->heads();
        if (!heads)
            return fail(heads.error());
        markDrift(plan, *heads);
    }
    return plan;
}

PublishOutcome ServicePublisher::apply(
    NotificationService& service, const PlanItem& item, const PublishSource* source, const TaskContext& context) const
{
    PublishOutcome outcome{item.channel, item.name, PublishResult::Failed, item.row ? item.row->id : QString(), {}};
    if (item.impossible) {
        outcome.error = source->failure;
        return outcome;
    }
    if (item.action == PlanAction::DatabaseOnly) {
        const auto removed = service.remove(item.row->id, context);
        if (removed)
            outcome.result = PublishResult::Deleted;
        else
            outcome.error = removed.error();
        return outcome;
    }
    if (item.action == PlanAction::Unchanged && !item.attributesUnknown) {
        outcome.result = PublishResult::Unchanged;
        return outcome;
    }
    auto put = service.put(source->values, context);
    if (!put && put.error().next == Next::InDoubt) {
        // The answer was lost: the row itself says whether it came about.
        TaskContext own = context;
        own.cancel = {};
        if (const auto rows = service.rows(own)) {
            for (const NotificationService::Row& row : *rows) {
                if (row.row.key() == item.key() && row.row.checksum == item.checksum
                    && row.row.title == source->values.title)
                    put = row;
            }
        }
    }
    if (!put) {
        outcome.error = put.error();
        return outcome;
    }
    if (!put->row.id.isEmpty())
        outcome.id = put->row.id;
    const bool other = (!put->row.name.isEmpty() && put->row.name != item.name)
        || (!put->row.checksum.isEmpty() && put->row.checksum != item.checksum);
    if (other)
        outcome.error = Error{errors::serviceOtherText, item.key(), put->row.key() + u' ' + put->row.checksum.left(12)};
    else
        outcome.result = resultFor(item.action);
    return outcome;
}

Result<PublishReport> ServicePublisher::publish(const Pass& pass, const PublishRequest& request,
    const TaskContext& context, const std::function<void(const PublishOutcome&)>& each) const
{
    if (const auto opened = pass.opens(Change::Database); !opened)
        return fail(opened.error());
    if (auto blocked = blockedBy(request))
        return tellAll(*blocked, each);
    NotificationService service(m_access);
    const auto rows = service.rows(context);
    if (!rows)
        return fail(rows.error());
    const auto chosen = chooseItems(compare(request.sources, *rows), request.only, request.prune);
    if (!chosen)
        return fail(chosen.error());
    if (auto blocked = uncommittedIn(*chosen, request))
        return tellAll(*blocked, each);
    if (auto blocked = unnamable(*chosen))
        return tellAll(*blocked, each);

    PublishReport report;
    if (m_history) {
        if (auto kept = m_history->keep(*chosen, {}, request.restored); !kept)
            report.stopped = kept.error();
    }
    const Sources sources = byKey(request.sources);
    for (const PlanItem& item : *chosen) {
        if (!report.stopped && context.isCancelled())
            report.stopped = TaskContext::cancelled().error();
        PublishOutcome outcome{item.channel, item.name, PublishResult::Skipped, item.row ? item.row->id : QString(),
            Error{errors::notTried, item.key(), {}, Next::Retry}};
        const PlanItem* seen = request.seen ? request.seen->find(item.key()) : nullptr;
        const QString sawChecksum = seen ? seen->publishedChecksum() : item.publishedChecksum();
        if (!report.stopped && item.action != PlanAction::Unchanged && sawChecksum != item.publishedChecksum()) {
            outcome.result = PublishResult::Failed;
            outcome.error = Error{errors::rowChanged, item.key(), {}, Next::Retry};
        } else if (!report.stopped) {
            outcome = apply(service, item, sources.value(item.key()), context);
            const bool over = outcome.error
                && (outcome.error->is(errors::serviceRefused) || neverAsked(*outcome.error)
                    || outcome.error->is(errors::cancelled));
            if (over)
                report.stopped = outcome.error;
        }
        report.outcomes.append(outcome);
        context.report(report.outcomes.size(), chosen->size(), u"publishing"_s);
        if (each)
            each(report.outcomes.last());
    }
    return report;
}

} // namespace nc
