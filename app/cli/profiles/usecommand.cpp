#include "cli/profiles/usecommand.h"

#include "connections/profilestore.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList ProfilesUseCommand::words() const
{
    return {u"profiles"_s, u"use"_s};
}

QString ProfilesUseCommand::summary() const
{
    return tr_("make a profile the active one");
}

QStringList ProfilesUseCommand::positionals() const
{
    return {u"NAME"_s};
}

int ProfilesUseCommand::run(const Arguments& arguments, Environment& env)
{
    const QString name = arguments.positional.first();
    const auto pass = env.pass(GuardedProfile{name}, Operation::UseProfile, {name});
    if (!pass)
        return env.fail(pass.error());
    if (const auto used = ProfileStore(env.configFolder()).use(name, **pass); !used)
        return env.fail(used.error());
    env.say(tr_("The active profile is now “%1”.").arg(name));
    return exitcode::done;
}

} // namespace nc::cli
