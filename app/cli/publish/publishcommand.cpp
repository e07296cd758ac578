#include "cli/publish/publishcommand.h"

#include "cli/publish/publishsetup.h"
#include "publish/errors.h"
#include "publish/publisher.h"
#include "publish/publishhistory.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void print(const PublishOutcome& outcome, Environment& env)
{
    const QString error = outcome.error ? describe(*outcome.error, env.language) : QString();
    if (env.json) {
        QJsonObject object{{u"channel"_s, outcome.channel}, {u"name"_s, outcome.name},
            {u"result"_s, wordFor(outcome.result)},
            {u"id"_s, outcome.id.isEmpty() ? QJsonValue() : QJsonValue(outcome.id)},
            {u"error"_s, outcome.error ? QJsonValue(error) : QJsonValue()}};
        if (outcome.error)
            object.insert(u"code"_s, outcome.error->id());
        env.out().json(object);
        return;
    }
    QString line = wordFor(outcome.result).leftJustified(11) + outcome.key();
    if (!error.isEmpty() && outcome.result == PublishResult::Failed)
        line += u": "_s + error;
    env.out().line(line);
}

QString summaryOf(const PublishReport& report)
{
    QStringList parts;
    const auto part = [&](PublishResult result, const QString& words) {
        if (const qsizetype count = report.count(result); count > 0)
            parts += words.arg(count);
    };
    part(PublishResult::Created, tr_("%1 created"));
    part(PublishResult::Updated, tr_("%1 updated"));
    part(PublishResult::Unchanged, tr_("%1 unchanged"));
    part(PublishResult::Deleted, tr_("%1 deleted"));
    part(PublishResult::Failed, tr_("%1 failed"));
    part(PublishResult::Skipped, tr_("%1 not tried"));
    return parts.isEmpty() ? tr_("There is nothing to publish.") : parts.join(u", "_s);
}

// Keys as people write them: channel/name, the name may hold anything.
bool isKey(const QString& text)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash > 0 && slash + 1 < text.size();
}

} // namespace

QStringList PublishCommand::words() const
{
    return {u"templates"_s, u"publish"_s};
}

QString PublishCommand::summary() const
{
    return tr_("Publish templates to the database as the platform's publisher would");
}

QStringList PublishCommand::positionals() const
{
    return {u"[DIR]"_s};
}

QList<OptionSpec> PublishCommand::options() const
{
    return {{u"only"_s, u"CHANNEL/NAME"_s, tr_("Only this template; may be given several times")},
        {u"prune"_s, {}, tr_("Also delete rows that have no directory")},
        {u"force"_s, {}, tr_("Publish in spite of problems whatever the platform's publisher would")},
        {u"via"_s, u"database|service"_s, tr_("Which way to go (database)")}};
}

int PublishCommand::run(const Arguments& arguments, Environment& env)
{
    const QString via = arguments.value(u"via"_s, u"database"_s);
    if (via != u"database" && via != u"service")
        return env.usage(tr_("--via is database or service"));
    const QStringList only = arguments.values(u"only"_s);
    for (const QString& key : only) {
        if (!isKey(key))
            return env.usage(tr_("--only takes CHANNEL/NAME, not “%1”").arg(key));
    }
    if (via == u"service")
        return env.fail({errors::viaService, {}, {}, Next::Abort});
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto target = databaseTarget(env, *profile);
    if (!target)
        return env.fail(target.error());
    const auto folder = regulationFolder(arguments, *profile);
    if (!folder)
        return env.fail(folder.error());
    const bool force = arguments.has(u"force"_s);
    const auto loaded = loadSources(*folder, !force, env);
    if (!loaded)
        return env.fail(loaded.error());
    if (!loaded->regulationErrors.isEmpty() && only.isEmpty() && !force)
        return env.fail({errors::problemsBlock, describe(loaded->regulationErrors.first().error, env.language), {}});
    if (profile->production && !env.confirm(tr_("%1 is a production profile. Publish to it?").arg(profile->name)))
        return env.fail({errors::declined, profile->name, {}, Next::Abort});

    PublishHistory history(env.configFolder() + u"/history"_s, target->conninfo, qEnvironmentVariable("USER"));
    const PublishRequest request{loaded->sources, only, arguments.has(u"prune"_s), force, {}};
    const auto report =
        Publisher(*target, nullptr, &history).publish(request, env.task(), [&](const PublishOutcome& outcome) {
            print(outcome, env);
        });
    if (!report)
        return env.fail(report.error());
    env.out().flush();
    env.say(summaryOf(*report));
    if (report->stopped)
        return env.fail(*report->stopped);
    const qsizetype failed = report->count(PublishResult::Failed);
    if (failed > 0)
        return env.fail({errors::someFailed, QString::number(failed), {}, Next::Retry});
    return exitcode::done;
}

} // namespace nc::cli
