#include "cli/profiles/removecommand.h"

#include "connections/profilesecrets.h"
#include "connections/profilestore.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList ProfilesRemoveCommand::words() const
{
    return {u"profiles"_s, u"remove"_s};
}

QString ProfilesRemoveCommand::summary() const
{
    return tr_("remove a profile and its passwords");
}

QStringList ProfilesRemoveCommand::positionals() const
{
    return {u"NAME"_s};
}

int ProfilesRemoveCommand::run(const Arguments& arguments, Environment& env)
{
    const QString name = arguments.positional.first();
    ProfileStore store(env.configFolder());
    const auto found = store.find(name);
    if (!found)
        return env.fail(found.error());
    const auto pass = env.pass(*found, Operation::RemoveProfile, {name});
    if (!pass)
        return env.fail(pass.error());
    // The passwords first: a profile that is gone leaves none behind that nobody can find any more.
    if (const auto removed = removeSecrets(*env.secretStore(), name, env.task()); !removed)
        return env.fail(removed.error());
    if (const auto removed = store.remove(name, **pass); !removed)
        return env.fail(removed.error());
    env.say(tr_("The profile “%1” and its passwords are gone.").arg(name));
    return exitcode::done;
}

} // namespace nc::cli
