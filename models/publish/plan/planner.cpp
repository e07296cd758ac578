#include "publish/plan/planner.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

namespace nc {
namespace {

// Email and inbox: the checksum is that of the content, and the title is compared by itself.
void compareText(const TemplateValues& values, const TemplateRow& row, PlanItem& item)
{
    item.changes.setFlag(PlanChange::Content, values.checksum != row.checksum);
    item.changes.setFlag(PlanChange::Title, values.title != row.title);
    item.changes.setFlag(PlanChange::Attributes, values.attributes != row.attributes);
}

// Diia: the checksum over everything decides alone; what differs is only told, not acted upon.
void compareDiia(const TemplateValues& values, const TemplateRow& row, PlanItem& item)
{
    if (values.checksum == row.checksum)
        return;
    const QByteArray hash = QCryptographicHash::hash(values.content, QCryptographicHash::Sha256).toHex();
    item.changes.setFlag(PlanChange::Title, values.title != row.title);
    item.changes.setFlag(PlanChange::Attributes, values.attributes != row.attributes);
    // Where nothing visible differs, the stored checksum is not that of what stands there: it is written anew.
    item.changes.setFlag(PlanChange::Content, QString::fromLatin1(hash) != row.contentHash || !item.changes);
}

} // namespace

PlanItem planTemplate(const PublishSource& source, const std::optional<TemplateRow>& row)
{
    PlanItem item{source.values.channel, source.values.name, row ? PlanAction::Update : PlanAction::Create, {},
        source.values.checksum, source.values.title, row, source.failure.has_value(), source.problems.size(),
        source.origin};
    if (!row || item.impossible)
        return item;
    if (source.values.channel == u"diia")
        compareDiia(source.values, *row, item);
    else
        compareText(source.values, *row, item);
    if (!item.changes)
        item.action = PlanAction::Unchanged;
    return item;
}

PublishPlan makePlan(const QList<PublishSource>& sources, const QList<TemplateRow>& rows)
{
    QHash<QString, qsizetype> unmatched;
    for (qsizetype i = 0; i < rows.size(); ++i)
        unmatched.insert(rows[i].key(), i);
    PublishPlan plan;
    plan.items.reserve(sources.size());
    for (const PublishSource& source : sources) {
        const auto found = unmatched.constFind(source.key());
        if (found == unmatched.constEnd()) {
            plan.items.append(planTemplate(source, std::nullopt));
        } else {
            plan.items.append(planTemplate(source, rows[*found]));
            unmatched.erase(found);
        }
    }
    for (const qsizetype index : std::as_const(unmatched)) {
        const TemplateRow& row = rows[index];
        plan.items.append({row.channel, row.name, PlanAction::DatabaseOnly, {}, {}, {}, row, false, 0});
    }
    std::ranges::sort(plan.items,
        [](const PlanItem& a, const PlanItem& b) { return std::tie(a.channel, a.name) < std::tie(b.channel, b.name); });
    return plan;
}

} // namespace nc
