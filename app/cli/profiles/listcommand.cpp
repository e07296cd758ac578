#include "cli/profiles/listcommand.h"

#include "connections/configfolder.h"
#include "connections/profilestore.h"
#include "connections/sandboxstate.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList ProfilesListCommand::words() const
{
    return {u"profiles"_s, u"list"_s};
}

QString ProfilesListCommand::summary() const
{
    return tr_("profiles; the active one has a star");
}

int ProfilesListCommand::run(const Arguments&, Environment& env)
{
    const ProfileStore store(env.configFolder());
    auto profiles = store.list();
    if (!profiles)
        return env.fail(profiles.error());
    const auto active = store.active();
    if (!active)
        return env.fail(active.error());
    if (auto sandbox = runningSandbox(defaultSandboxFolder()))
        profiles->append(*sandbox);
    for (const Profile& profile : *profiles) {
        const bool isActive = profile.name == *active;
        if (env.json) {
            QJsonObject object = profile.toJson();
            object.insert(u"active"_s, isActive);
            env.out().json(object);
        } else {
            QStringList words{(isActive ? u"* "_s : u"  "_s) + profile.name.leftJustified(20), profile.kafka.bootstrap};
            if (profile.production)
                words += tr_("[production]");
            if (profile.readOnly)
                words += tr_("[read-only]");
            if (!profile.description.isEmpty())
                words += profile.description;
            env.out().line(words.join(u"  "_s));
        }
    }
    if (profiles->isEmpty())
        env.say(tr_("There is no profile yet; “notifyctl profiles add” makes one."));
    return exitcode::done;
}

} // namespace nc::cli
