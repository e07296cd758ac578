#include "cli/templates/publishing/plancommand.h"

#include "cli/templates/publishing/publishprinter.h"
#include "cli/templates/publishing/publishsetup.h"
#include "publish/plan/plandiff.h"
#include "publish/plan/published.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

Result<QHash<QString, QByteArray>> publishedContents(
    const PublishPlan& plan, const DatabaseTarget& target, const TaskContext& context)
{
    QStringList ids;
    for (const PlanItem& item : plan.items) {
        if (item.action == PlanAction::Update)
            ids += item.row->id;
    }
    if (ids.isEmpty())
        return QHash<QString, QByteArray>{};
    return readPublishedContents(target, ids, context);
}

} // namespace

QStringList TemplatesPlanCommand::words() const
{
    return {u"templates"_s, u"plan"_s};
}

QString TemplatesPlanCommand::summary() const
{
    return tr_("say what a publish would do, template by template");
}

QStringList TemplatesPlanCommand::positionals() const
{
    return {u"[DIR]"_s};
}

QList<OptionSpec> TemplatesPlanCommand::options() const
{
    return QList<OptionSpec>{{u"exit-code"_s, {}, tr_("End with 5 when something would be created or updated")},
               {u"diff"_s, {}, tr_("Show what changes as a unified diff")}}
    + wayOptions();
}

QList<OptionRule> TemplatesPlanCommand::rules() const
{
    return wayRules();
}

int TemplatesPlanCommand::run(const Arguments& arguments, Environment& env)
{
    if (const auto way = checkWay(arguments); !way)
        return env.usage(way.error());
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto way = PublishWay::open(arguments, *profile, env);
    if (!way)
        return env.fail(way.error());
    const bool diff = arguments.has(u"diff"_s);
    if (diff && !(*way)->isDatabase())
        return env.usage(tr_("--diff needs the database: the service does not show contents"));
    const auto folder = regulationFolder(arguments, *profile);
    if (!folder)
        return env.fail(folder.error());
    const auto loaded = loadSources(*folder, false, env);
    if (!loaded)
        return env.fail(loaded.error());
    const auto plan = (*way)->publisher().plan(loaded->sources, env.task());
    if (!plan)
        return env.fail(plan.error());
    QHash<QString, QByteArray> contents;
    if (diff) {
        auto read = publishedContents(*plan, (*way)->target(), env.task());
        if (!read)
            return env.fail(read.error());
        contents = std::move(*read);
    }
    QHash<QString, const PublishSource*> sources;
    for (const PublishSource& source : loaded->sources)
        sources.insert(source.key(), &source);

    int impossible = 0;
    for (const PlanItem& item : plan->items) {
        const PublishSource* source = sources.value(item.key());
        const QByteArray text = diff && source
            ? planDiff(item, *source, contents.value(item.row ? item.row->id : QString()))
            : QByteArray();
        printPlanItem(item, text, env, item.impossible ? source->failure : std::nullopt);
        impossible += item.impossible ? 1 : 0;
    }
    env.say(tr_("%1 to create, %2 to update, %3 unchanged, %4 only in the database")
                .arg(plan->count(PlanAction::Create))
                .arg(plan->count(PlanAction::Update))
                .arg(plan->count(PlanAction::Unchanged))
                .arg(plan->count(PlanAction::DatabaseOnly)));
    if (impossible > 0) {
        env.say(tr_("Cannot be published as they are: %1").arg(impossible));
        return exitcode::failed;
    }
    return arguments.has(u"exit-code"_s) && plan->pending() ? exitcode::pending : exitcode::done;
}

} // namespace nc::cli
