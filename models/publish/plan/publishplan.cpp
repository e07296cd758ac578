#include "publish/plan/publishplan.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QString wordFor(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return u"create"_s;
    case PlanAction::Update:
        return u"update"_s;
    case PlanAction::Unchanged:
        return u"unchanged"_s;
    case PlanAction::DatabaseOnly:
        return u"database-only"_s;
    }
    Q_UNREACHABLE();
}

QStringList wordsFor(PlanChanges changes)
{
    QStringList words;
    if (changes.testFlag(PlanChange::Content))
        words += u"content"_s;
    if (changes.testFlag(PlanChange::Title))
        words += u"title"_s;
    if (changes.testFlag(PlanChange::Attributes))
        words += u"attributes"_s;
    return words;
}

qsizetype PublishPlan::count(PlanAction action) const
{
    return std::ranges::count(items, action, &PlanItem::action);
}

bool PublishPlan::pending() const
{
    return std::ranges::any_of(items, &PlanItem::pending);
}

const PlanItem* PublishPlan::find(const QString& key) const
{
    const auto found = std::ranges::find(items, key, &PlanItem::key);
    return found == items.end() ? nullptr : &*found;
}

QString PublishPlan::toText() const
{
    QStringList lines;
    for (const PlanItem& item : items) {
        QString line = wordFor(item.action) + u' ' + item.key();
        if (item.action == PlanAction::Update)
            line += u": "_s + wordsFor(item.changes).join(u", "_s);
        lines += line;
    }
    return lines.join(u'\n');
}

} // namespace nc
