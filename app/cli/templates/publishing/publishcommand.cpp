#include "cli/templates/publishing/publishcommand.h"

#include "cli/templates/publishing/historysetup.h"
#include "cli/templates/publishing/publishprinter.h"
#include "cli/templates/publishing/publishsetup.h"
#include "publish/plan/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// `--uncommitted all` names every template.
QStringList uncommitted(const Arguments& arguments, const QList<PublishSource>& sources)
{
    QStringList named = arguments.values(u"uncommitted"_s);
    if (named.contains(u"all"_s)) {
        for (const PublishSource& source : sources)
            named += source.key();
    }
    return named;
}

} // namespace

QStringList TemplatesPublishCommand::words() const
{
    return {u"templates"_s, u"publish"_s};
}

QString TemplatesPublishCommand::summary() const
{
    return tr_("publish templates as the platform's publisher would");
}

QStringList TemplatesPublishCommand::positionals() const
{
    return {u"[DIR]"_s};
}

QList<OptionSpec> TemplatesPublishCommand::options() const
{
    return QList<OptionSpec>{{u"only"_s, u"CHANNEL/NAME"_s, tr_("Only this template; may be given several times")},
               {u"prune"_s, {}, tr_("Also delete rows that have no directory")},
               {u"force"_s, {}, tr_("Publish in spite of problems whatever the platform's publisher would")},
               {u"uncommitted"_s, u"CHANNEL/NAME|all"_s,
                   tr_("Let this template into production though it is in no commit; may be given several times")}}
    + wayOptions() + diiaOptions();
}

QList<OptionRule> TemplatesPublishCommand::rules() const
{
    return wayRules();
}

int TemplatesPublishCommand::run(const Arguments& arguments, Environment& env)
{
    if (const auto way = checkWay(arguments); !way)
        return env.usage(way.error());
    const QStringList only = arguments.values(u"only"_s);
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto way = PublishWay::open(arguments, *profile, env);
    if (!way)
        return env.fail(way.error());
    const auto folder = regulationFolder(arguments, *profile);
    if (!folder)
        return env.fail(folder.error());
    const bool force = arguments.has(u"force"_s);
    const auto loaded = loadSources(*folder, !force, env);
    if (!loaded)
        return env.fail(loaded.error());
    if (!loaded->regulationErrors.isEmpty() && only.isEmpty() && !force)
        return env.fail({errors::problemsBlock, describe(loaded->regulationErrors.first().error, env.language), {}});
    if (profile->production
        && !env.confirmByName(tr_("%1 is a production profile. Publish to it?").arg(profile->name), profile->name))
        return env.fail({errors::declined, profile->name, {}, Next::Abort});

    PublishRequest request{loaded->sources, only, arguments.has(u"prune"_s), force};
    request.committedOnly = profile->production;
    request.uncommitted = uncommitted(arguments, loaded->sources);
    const auto report = (*way)->publisher().publish(
        request, env.task(), [&env](const PublishOutcome& outcome) { print(outcome, env); });
    env.out().flush();
    (*way)->tellAboutDiia(env);
    return conclude({u"publish"_s, profile->name, *folder}, report, env);
}

} // namespace nc::cli
