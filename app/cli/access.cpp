#include "cli/access.h"

#include "connections/errors.h"
#include "connections/profilesecrets.h"

namespace nc::cli {

Result<KafkaAccess> kafkaAccess(const Environment& env, const Profile& profile)
{
    if (profile.kafka.bootstrap.isEmpty())
        return fail(errors::noKafka, profile.name);
    auto secrets = loadSecrets(*env.secretStore(), profile, env.task());
    if (!secrets)
        return fail(secrets.error());
    return KafkaAccess(profile.kafka, {secrets->kafka, secrets->key, secrets->registry},
        DeadLetterNaming::of(env.configFolder()));
}

Result<DatabaseTarget> databaseTarget(const Environment& env, const Profile& profile)
{
    if (profile.database.isEmpty())
        return fail(errors::noDatabase, profile.name);
    auto secrets = loadSecrets(*env.secretStore(), profile, env.task());
    if (!secrets)
        return fail(secrets.error());
    DatabaseTarget target;
    target.conninfo = profile.database;
    target.password = secrets->database;
    return target;
}

} // namespace nc::cli
