#include "publish/plan/publishselection.h"

#include "publish/plan/errors.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<QList<PlanItem>> chooseItems(const PublishPlan& plan, const QStringList& only, bool prune)
{
    for (const QString& key : only) {
        if (!plan.find(key))
            return fail(errors::noSuchTemplate, key);
    }
    QList<PlanItem> chosen;
    for (const PlanItem& item : plan.items) {
        const bool wanted = only.isEmpty() || only.contains(item.key());
        if (wanted && (prune || item.action != PlanAction::DatabaseOnly))
            chosen.append(item);
    }
    return chosen;
}

QList<NeededRight> rightsFor(const QList<PlanItem>& items, const QSet<QString>& keysWithAttributes)
{
    const QString rowTable = u"notification_template"_s;
    const QString attributeTable = u"notification_template_attr"_s;
    QList<NeededRight> needed{{rowTable, u"select"_s}, {attributeTable, u"select"_s}};
    const auto need = [&needed](const QString& table, const QString& right) {
        if (!needed.contains(NeededRight{table, right}))
            needed.append({table, right});
    };
    for (const PlanItem& item : items) {
        if (item.action == PlanAction::Create) {
            need(rowTable, u"insert"_s);
            if (keysWithAttributes.contains(item.key()))
                need(attributeTable, u"insert"_s);
        } else if (item.action == PlanAction::Update) {
            if (item.changes & (PlanChange::Content | PlanChange::Title))
                need(rowTable, u"update"_s);
            if (item.changes.testFlag(PlanChange::Attributes)) {
                for (const QString& right : {u"insert"_s, u"update"_s, u"delete"_s})
                    need(attributeTable, right);
            }
        } else if (item.action == PlanAction::DatabaseOnly) {
            need(attributeTable, u"delete"_s);
            need(rowTable, u"delete"_s);
        }
    }
    return needed;
}

} // namespace nc
