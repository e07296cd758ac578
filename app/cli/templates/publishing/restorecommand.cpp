#include "cli/templates/publishing/restorecommand.h"

#include "cli/templates/publishing/historysetup.h"
#include "cli/templates/publishing/publishprinter.h"
#include "cli/templates/publishing/publishsetup.h"
#include "publish/plan/errors.h"
#include "publish/plan/plandiff.h"
#include "publish/plan/published.h"
#include "publish/run/publisher.h"
#include "templates/source/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// What putting it back would do, in the shape of `templates plan`.
int showPlan(const PublishSource& source, const DatabaseTarget& target, Environment& env)
{
    const auto plan = Publisher(target).plan({source}, env.task());
    if (!plan)
        return env.fail(plan.error());
    const PlanItem* item = plan->find(source.key());
    QHash<QString, QByteArray> contents;
    if (item->row) {
        auto read = readPublishedContents(target, {item->row->id}, env.task());
        if (!read)
            return env.fail(read.error());
        contents = std::move(*read);
    }
    printPlanItem(*item, planDiff(*item, source, contents.value(item->row ? item->row->id : QString())), env);
    return exitcode::done;
}

} // namespace

QStringList TemplatesRestoreCommand::words() const
{
    return {u"templates"_s, u"restore"_s};
}

QString TemplatesRestoreCommand::summary() const
{
    return tr_("put an earlier version of a template back, as a publish of its own");
}

QStringList TemplatesRestoreCommand::positionals() const
{
    return {u"CHANNEL/NAME"_s};
}

QList<OptionSpec> TemplatesRestoreCommand::options() const
{
    return versionOptions() + QList<OptionSpec>{{u"dry-run"_s, {}, tr_("Only show what would change")}} + diiaOptions();
}

QList<OptionRule> TemplatesRestoreCommand::rules() const
{
    return {versionRule()};
}

int TemplatesRestoreCommand::run(const Arguments& arguments, Environment& env)
{
    const QString key = arguments.positional.first();
    if (!isTemplateKey(key))
        return env.fail({errors::badTemplateName, key, {}});
    const bool dry = arguments.has(u"dry-run"_s);
    const auto profile = dry ? env.profile() : env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto way = PublishWay::open(arguments, *profile, env);
    if (!way)
        return env.fail(way.error());
    const DatabaseTarget& target = (*way)->target();
    const auto versions = readVersions(historyOf(*profile, env), target, key, env.task());
    if (!versions)
        return env.fail(versions.error());
    const auto version = chooseVersion(*versions, key, versionChoice(arguments));
    if (!version)
        return env.fail(version.error());
    const auto source = sourceOf(*version);
    if (!source)
        return env.fail(source.error());
    if (dry)
        return showPlan(*source, target, env);
    if (profile->production
        && !env.confirmByName(tr_("%1 is a production profile. Put version %2 of %3 back there?")
                                  .arg(profile->name)
                                  .arg(version->number)
                                  .arg(key),
            profile->name))
        return env.fail({errors::declined, profile->name, {}, Next::Abort});
    PublishRequest request;
    request.sources = {*source};
    request.only = {key};
    request.restored = version->number;
    const auto report = (*way)->publisher().publish(
        request, env.task(), [&env](const PublishOutcome& outcome) { print(outcome, env); });
    env.out().flush();
    (*way)->tellAboutDiia(env);
    return conclude({u"restore"_s, profile->name, key}, report, env);
}

} // namespace nc::cli
