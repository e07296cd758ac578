#include "cli/templates/publishing/historycommand.h"

#include "cli/templates/diiatext.h"
#include "cli/templates/publishing/historysetup.h"
#include "cli/templates/publishing/publishsetup.h"
#include "core/atomicfile.h"
#include "core/timetext.h"
#include "publish/plan/errors.h"
#include "publish/plan/plandiff.h"
#include "render/templateengine.h"
#include "templates/source/errors.h"
#include "templates/source/textfile.h"
#include "text/textdiff.h"

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

QByteArray whole(const TemplateVersion& version)
{
    return metadataText(version.row.title, version.row.attributes) + "\n" + version.content.value_or(QByteArray());
}

} // namespace

QStringList HistoryCommand::words() const
{
    return {u"templates"_s, u"history"_s};
}

QString HistoryCommand::summary() const
{
    return tr_("what was published when, by whom and from which commit; of one template every version");
}

QStringList HistoryCommand::positionals() const
{
    return {u"[CHANNEL/NAME]"_s};
}

QList<OptionSpec> HistoryCommand::options() const
{
    return {{u"at"_s, u"TIME"_s, tr_("Only what stood there at that time")}};
}

int HistoryCommand::run(const Arguments& arguments, Environment& env)
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

QStringList HistoryShowCommand::words() const
{
    return {u"templates"_s, u"history"_s, u"show"_s};
}

QString HistoryShowCommand::summary() const
{
    return tr_("what a template looked like: its content, the difference to another version, or as a recipient saw it");
}

QStringList HistoryShowCommand::positionals() const
{
    return {u"CHANNEL/NAME"_s};
}

QList<OptionSpec> HistoryShowCommand::options() const
{
    return versionOptions()
        + QList<OptionSpec>{{u"diff"_s, {}, tr_("The difference to what stands there now, as a unified diff")},
            {u"against"_s, u"N"_s, tr_("With --diff: the difference to that version")},
            {u"data"_s, u"FILE"_s, tr_("Render it with these parameters (“-” reads them from stdin)")},
            {u"output"_s, u"FILE"_s, tr_("Write there instead of stdout"), u"o"_s}};
}

int HistoryShowCommand::run(const Arguments& arguments, Environment& env)
{
    const QString key = arguments.positional.first();
    if (!isTemplateKey(key))
        return env.fail({errors::badTemplateName, key, {}});
    const auto choice = versionChoice(arguments, env);
    if (!choice)
        return env.usage(choice.error());
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto versions = versionsFor(*profile, key, env);
    if (!versions)
        return env.fail(versions.error());
    const auto version = chooseVersion(*versions, key, *choice);
    if (!version)
        return env.fail(version.error());
    if (!version->content)
        return env.fail({errors::contentNotKept, key, QString::number(version->number)});

    QByteArray bytes = *version->content;
    if (arguments.has(u"diff"_s)) {
        const int against =
            arguments.has(u"against"_s) ? arguments.value(u"against"_s).toInt() : versions->last().number;
        const auto other = chooseVersion(*versions, key, {against, {}});
        if (!other)
            return env.fail(other.error());
        bytes = unifiedDiff(whole(*version), whole(*other), u"version-%1/"_s.arg(version->number) + key,
            u"version-%1/"_s.arg(other->number) + key);
    } else if (arguments.has(u"data"_s)) {
        const QString file = arguments.value(u"data"_s);
        const auto data = file == "-"_L1 ? FileContent{env.in().readAll(), {}} : readFile(file);
        if (!data)
            return env.fail(data.error());
        if (version->row.channel == u"diia") {
            const auto text = diiaText({Channel::Diia, version->row.name}, bytes, data->bytes);
            if (!text)
                return env.fail(text.error());
            bytes = text->toUtf8();
        } else {
            TemplateEngine engine;
            const auto text = engine.render({version->row.name, decodeLikeJava(bytes).text, data->bytes}, env.task());
            if (!text)
                return env.fail(text.error().error);
            bytes = text->toUtf8();
        }
    }
    if (arguments.has(u"output"_s)) {
        const auto written = writeFile(arguments.value(u"output"_s), bytes);
        return written ? exitcode::done : env.fail(written.error());
    }
    if (env.json) {
        QJsonObject object = versionToJson(*version);
        object.insert(arguments.has(u"diff"_s) ? u"diff"_s
                : arguments.has(u"data"_s)     ? u"text"_s
                                               : u"content"_s,
            QString::fromUtf8(bytes));
        env.out().json(object);
    } else {
        env.out().write(bytes);
    }
    return exitcode::done;
}

} // namespace nc::cli
