#include "cli/templates/preparecommand.h"

#include "cli/templates/templateargument.h"
#include "templates/source/textfile.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesPrepareCommand::summary() const
{
    return tr_("the exact bytes that would be published");
}

QList<OptionSpec> TemplatesPrepareCommand::options() const
{
    return {{u"checksum"_s, {}, tr_("print only the checksum")}};
}

int TemplatesPrepareCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    TemplateEngine engine;
    const auto prepared = preparedTemplate(arguments.positional.first(), *key, engine, env);
    if (!prepared)
        return env.fail(prepared.error());
    const QString checksum = QString::fromLatin1(prepared->checksum);
    if (env.json) {
        env.out().json({{u"channel"_s, channelName(key->channel)}, {u"name"_s, key->name}, {u"checksum"_s, checksum},
            {u"content"_s, decodeLikeJava(prepared->content).text}});
    } else if (arguments.has(u"checksum"_s)) {
        env.out().line(checksum);
    } else {
        env.out().write(prepared->content);
    }
    return exitcode::done;
}

} // namespace nc::cli
