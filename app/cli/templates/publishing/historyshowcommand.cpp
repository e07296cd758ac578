#include "cli/templates/publishing/historyshowcommand.h"

#include "cli/rules.h"
#include "cli/templates/diiatext.h"
#include "cli/templates/publishing/historysetup.h"
#include "cli/templates/publishing/publishsetup.h"
#include "core/atomicfile.h"
#include "publish/plan/errors.h"
#include "publish/plan/plandiff.h"
#include "render/templateengine.h"
#include "templates/source/errors.h"
#include "templates/source/textfile.h"
#include "text/textdiff.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QByteArray whole(const TemplateVersion& version)
{
    return metadataText(version.row.title, version.row.attributes) + "\n" + version.content.value_or(QByteArray());
}

} // namespace

QStringList TemplatesHistoryShowCommand::words() const
{
    return {u"templates"_s, u"history"_s, u"show"_s};
}

QString TemplatesHistoryShowCommand::summary() const
{
    return tr_("what a template looked like: its content, the difference to another version, or as a recipient saw it");
}

QStringList TemplatesHistoryShowCommand::positionals() const
{
    return {u"CHANNEL/NAME"_s};
}

QList<OptionSpec> TemplatesHistoryShowCommand::options() const
{
    return versionOptions()
        + QList<OptionSpec>{{u"diff"_s, {}, tr_("The difference to what stands there now, as a unified diff")},
            {u"against"_s, u"N"_s, tr_("With --diff: the difference to that version")},
            {u"data"_s, u"FILE"_s, tr_("Render it with these parameters (“-” reads them from stdin)")},
            {u"output"_s, u"FILE"_s, tr_("Write there instead of stdout"), u"o"_s}};
}

QList<OptionRule> TemplatesHistoryShowCommand::rules() const
{
    return {versionRule(), rules::needs(u"against"_s, {u"diff"_s})};
}

int TemplatesHistoryShowCommand::run(const Arguments& arguments, Environment& env)
{
    const QString key = arguments.positional.first();
    if (!isTemplateKey(key))
        return env.fail({errors::badTemplateName, key, {}});
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto versions = versionsFor(*profile, key, env);
    if (!versions)
        return env.fail(versions.error());
    const auto version = chooseVersion(*versions, key, versionChoice(arguments));
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
