#include "cli/channels/setdiiacommand.h"

#include "channels/channelchange.h"
#include "channels/channelsecrets.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> SetDiiaCommand::options() const
{
    return {{u"url"_s, u"URL"_s, tr_("the address of Diia's API")},
        {u"remove"_s, {}, tr_("take the channel out of the file")}, passwordOption(), registryOption(), dryRunOption()};
}

int SetDiiaCommand::run(const Arguments& arguments, Environment& env)
{
    const bool remove = arguments.has(u"remove"_s);
    if (remove == arguments.has(u"url"_s))
        return env.usage(tr_("name --url (or --remove)"));
    auto file = loadForWriting(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    YamlDocument changed = *file->document();
    DiiaChange change;
    change.url = arguments.value(u"url"_s);
    if (!remove && change.url.isEmpty())
        return env.usage(tr_("--url is empty"));
    if (const auto done = remove ? removeDiia(changed) : applyDiia(changed, change); !done)
        return failChange(done.error(), env);
    if (const int code = keepSecret(arguments, env, channelsecrets::diiaKey(registryOf(*file))); code != exitcode::done)
        return code;
    return finish(*file, changed, arguments, env);
}

} // namespace nc::cli
