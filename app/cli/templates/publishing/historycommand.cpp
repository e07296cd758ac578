#include "cli/templates/publishing/historycommand.h"

#include "cli/templates/publishing/historysetup.h"
#include "cli/templates/publishing/publishsetup.h"
#include "core/timetext.h"
#include "publish/plan/errors.h"
#include "templates/source/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString toLine(const TemplateVersion& version)
{
    QString line =
        u"%1  %2 – %3  %4"_s.arg(version.number, 3)
            .arg(isoTime(version.from), version.until ? isoTime(*version.until) : tr_("now").leftJustified(24),
                version.row.checksum.left(12));
    if (version.origin)
        line += u"  "_s + version.origin->shortText();
    if (!version.by.isEmpty())
        line += u"  "_s + version.by;
    if (version.restored > 0)
        line += u"  "_s + tr_("(version %1 put back)").arg(version.restored);
    return line + u"  "_s + version.row.title.value_or(u"–"_s);
}

QJsonObject toJson(const HistoryEntry& entry)
{
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"at"_s, isoTime(entry.at)}, {u"by"_s, entry.by}, {u"channel"_s, entry.channel}, {u"name"_s, entry.name},
        {u"action"_s, entry.action}, {u"checksum"_s, orNull(entry.nextChecksum)},
        {u"previousChecksum"_s, orNull(entry.previousChecksum)},
        {u"commit"_s, entry.origin ? orNull(entry.origin->commit) : QJsonValue()},
        {u"dirty"_s, entry.origin ? QJsonValue(entry.origin->dirty) : QJsonValue()},
        {u"restored"_s, entry.restored > 0 ? QJsonValue(entry.restored) : QJsonValue()}};
}

int listAll(const Profile& profile, Environment& env)
{
    const auto heads = historyOf(profile, env).heads();
    if (!heads)
        return env.fail(heads.error());
    for (const HistoryEntry& entry : *heads) {
        if (env.json)
            env.out().json(toJson(entry));
        else
            env.out().line(u"%1  %2 %3  %4  %5"_s.arg(isoTime(entry.at), entry.action.leftJustified(8), entry.key(),
                entry.origin ? entry.origin->shortText() : u"–"_s, entry.by));
    }
    env.say(tr_("%1 changes by this console").arg(heads->size()));
    return exitcode::done;
}

} // namespace

QStringList TemplatesHistoryCommand::words() const
{
    return {u"templates"_s, u"history"_s};
}

QString TemplatesHistoryCommand::summary() const
{
    return tr_("what was published when, by whom and from which commit; of one template every version");
}

QStringList TemplatesHistoryCommand::positionals() const
{
    return {u"[CHANNEL/NAME]"_s};
}

QList<OptionSpec> TemplatesHistoryCommand::options() const
{
    return {{u"at"_s, u"TIME"_s, tr_("Only what stood there at that time")}};
}

int TemplatesHistoryCommand::run(const Arguments& arguments, Environment& env)
{
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const QString key = arguments.positional.value(0);
    if (key.isEmpty()) {
        if (arguments.has(u"at"_s))
            return env.usage(tr_("--at needs CHANNEL/NAME"));
        return listAll(*profile, env);
    }
    if (!isTemplateKey(key))
        return env.fail({errors::badTemplateName, key, {}});
    auto versions = versionsFor(*profile, key, env);
    if (!versions)
        return env.fail(versions.error());
    if (arguments.has(u"at"_s)) {
        const auto choice = versionChoice(arguments, env);
        if (!choice)
            return env.usage(choice.error());
        const auto chosen = chooseVersion(*versions, key, *choice);
        if (!chosen)
            return env.fail(chosen.error());
        versions = QList<TemplateVersion>{*chosen};
    }
    if (versions->isEmpty())
        return env.fail({errors::noHistory, key, {}});
    for (const TemplateVersion& version : *versions) {
        if (env.json)
            env.out().json(versionToJson(version));
        else
            env.out().line(toLine(version));
    }
    return exitcode::done;
}

} // namespace nc::cli
