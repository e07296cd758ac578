#include "publish/run/publishchecks.h"

#include "publish/plan/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// `a, b, c + 7`
QString enumerated(const QStringList& names)
{
    const qsizetype shown = qMin<qsizetype>(names.size(), 5);
    QString text = names.first(shown).join(u", "_s);
    if (names.size() > shown)
        text += u" + %1"_s.arg(names.size() - shown);
    return text;
}

} // namespace

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
    report.stopped = Error{errors::problemsBlock, enumerated(blocked), {}, Next::Abort};
    return report;
}

std::optional<PublishReport> uncommittedIn(const QList<PlanItem>& items, const PublishRequest& request)
{
    if (!request.committedOnly)
        return std::nullopt;
    QStringList names;
    PublishReport report;
    for (const PlanItem& item : items) {
        PublishOutcome outcome{item.channel, item.name, PublishResult::Skipped, item.row ? item.row->id : QString(),
            Error{errors::notTried, item.key(), {}, Next::Retry}};
        const bool committed = item.origin && item.origin->isCommitted();
        if (item.pending() && !item.impossible && !committed && !request.uncommitted.contains(item.key())) {
            names += item.key();
            outcome.result = PublishResult::Failed;
            outcome.error = Error{errors::notCommitted, item.key(), {}, Next::Abort};
        }
        report.outcomes.append(outcome);
    }
    if (names.isEmpty())
        return std::nullopt;
    report.stopped = Error{errors::notCommitted, enumerated(names), {}, Next::Abort};
    return report;
}

PublishReport tellAll(PublishReport report, const std::function<void(const PublishOutcome&)>& each)
{
    for (const PublishOutcome& outcome : report.outcomes) {
        if (each)
            each(outcome);
    }
    return report;
}

} // namespace nc
