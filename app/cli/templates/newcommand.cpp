#include "cli/templates/newcommand.h"

#include "cli/templates/templateargument.h"
#include "templates/source/errors.h"
#include "templates/source/templateoperations.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesNewCommand::summary() const
{
    return tr_("make a template from a starting text, or as a copy of another");
}

QList<OptionSpec> TemplatesNewCommand::options() const
{
    return {{u"from"_s, u"CHANNEL/NAME"_s, tr_("copy this template, pictures and sheets included")}};
}

int TemplatesNewCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    std::optional<TemplateKey> original;
    if (arguments.has(u"from"_s)) {
        original = TemplateKey::fromString(arguments.value(u"from"_s));
        if (!original)
            return env.fail({errors::badTemplateName, arguments.value(u"from"_s), {}});
    }
    const auto profile = env.profileOf(arguments.positional.first());
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, Operation::NewTemplate, {key->toString(), arguments.typed({u"from"_s})});
    if (!pass)
        return env.fail(pass.error());
    const auto made = createTemplate(arguments.positional.first(), *key, original);
    if (!made)
        return env.fail(made.error());
    if (env.json)
        env.out().json({{u"channel"_s, channelName(key->channel)}, {u"name"_s, key->name}, {u"path"_s, made->path}});
    else
        env.out().line(made->path);
    return exitcode::done;
}

} // namespace nc::cli
