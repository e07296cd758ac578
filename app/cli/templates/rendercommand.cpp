#include "cli/templates/rendercommand.h"

#include "cli/rules.h"
#include "cli/templates/diiatext.h"
#include "cli/templates/publishing/publishsetup.h"
#include "cli/templates/sampledata.h"
#include "cli/templates/templateargument.h"
#include "core/atomicfile.h"
#include "publish/plan/published.h"
#include "templates/lint/htmlalterations.h"
#include "templates/source/regulation.h"
#include "templates/source/textfile.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

Result<QByteArray> preparedContent(
    const QString& folder, const TemplateKey& key, TemplateEngine& engine, const Environment& env)
{
    const auto prepared = preparedTemplate(folder, key, engine, env);
    if (!prepared)
        return nc::fail(prepared.error());
    return prepared->content;
}

Result<QByteArray> publishedContent(const TemplateKey& key, const Environment& env)
{
    const auto profile = env.profile();
    if (!profile)
        return nc::fail(profile.error());
    const auto target = databaseTarget(env, *profile);
    if (!target)
        return nc::fail(target.error());
    const auto published = readPublished(*target, key.toString(), env.task());
    if (!published)
        return nc::fail(published.error());
    return published->content;
}

/// The author's line, not that of the prepared text.
void toSource(TemplateFault& fault, const QString& folder, const TemplateKey& key, const QString& prepared)
{
    const auto regulation = scanRegulation(folder);
    const TemplateDirectory* directory = regulation ? regulation->find(key) : nullptr;
    const auto source = directory ? readFile(directory->path + u'/' + contentFileName(key.channel)) : FileContent{};
    if (fault.line <= 0 || !directory || !source)
        return;
    const auto place = HtmlAlterations(decodeLikeJava(source->bytes).text, withoutPictures(prepared))
                           .sourcePlace(fault.line, fault.column);
    fault.line = place.line;
    fault.column = place.column;
}

int failAt(const TemplateFault& fault, const TemplateKey& key, Environment& env)
{
    if (fault.line > 0)
        env.say(u"%1:%2:%3:"_s.arg(key.toString()).arg(fault.line).arg(fault.column));
    return env.fail(fault.error);
}

} // namespace

QString TemplatesRenderCommand::summary() const
{
    return tr_("what a recipient would get");
}

QList<OptionSpec> TemplatesRenderCommand::options() const
{
    return dataOptions()
        + QList<OptionSpec>{
            {u"text"_s, {}, tr_("a letter's text form instead of its HTML")},
            {u"published"_s, {}, tr_("render what stands in the database instead")},
            {u"output"_s, u"FILE"_s, tr_("write there instead of stdout"), u"o"_s},
        };
}

QList<OptionRule> TemplatesRenderCommand::rules() const
{
    return {rules::one(dataOptionNames())};
}

int TemplatesRenderCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    const auto data = readDataOption(arguments, env);
    if (!data)
        return env.fail(data.error());
    TemplateEngine engine;
    const auto content = arguments.has(u"published"_s)
        ? publishedContent(*key, env)
        : preparedContent(arguments.positional.first(), *key, engine, env);
    if (!content)
        return env.fail(content.error());

    Result<QString> text = QString();
    if (key->channel == Channel::Diia) {
        text = diiaText(*key, *content, *data);
        if (!text)
            return env.fail(text.error());
    } else {
        const QString code = decodeLikeJava(*content).text;
        auto rendered = engine.render({key->name, code, *data}, env.task());
        if (!rendered) {
            if (key->channel == Channel::Email && !arguments.has(u"published"_s))
                toSource(rendered.error(), arguments.positional.first(), *key, code);
            return failAt(rendered.error(), *key, env);
        }
        text = std::move(*rendered);
    }
    if (arguments.has(u"text"_s) && key->channel == Channel::Email) {
        const auto plain = engine.plainText(*text, env.task());
        if (!plain)
            return env.fail(plain.error());
        text = *plain;
    }
    if (arguments.has(u"output"_s)) {
        if (const auto written = writeFile(arguments.value(u"output"_s), text->toUtf8()); !written)
            return env.fail(written.error());
    } else if (env.json) {
        env.out().json({{u"channel"_s, channelName(key->channel)}, {u"name"_s, key->name}, {u"text"_s, *text}});
    } else {
        env.out().write(text->toUtf8());
    }
    return exitcode::done;
}

} // namespace nc::cli
