#include "cli/access.h"

#include "connections/errors.h"
#include "connections/profilesecrets.h"

namespace nc::cli {

Result<KafkaAccess> kafkaAccess(const Environment& env, const Profile& profile)
{
    return nc::kafkaAccess(env.access(profile), env.task());
}

Result<DatabaseTarget> databaseTarget(const Environment& env, const Profile& profile)
{
    if (profile.database.isEmpty())
        return fail(errors::noDatabase, profile.name);
    auto secrets = env.access(profile).secrets(env.task());
    if (!secrets)
        return fail(secrets.error());
    DatabaseTarget target;
    target.conninfo = profile.database;
    target.password = secrets->database;
    return target;
}

} // namespace nc::cli
