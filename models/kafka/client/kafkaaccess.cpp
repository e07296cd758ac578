#include "kafka/client/kafkaaccess.h"

#include "connections/errors.h"
#include "connections/profilesecrets.h"
#include "secrets/systemsecrets.h"

namespace nc {

Result<KafkaAccess> openAccess(const Profile& profile, const QString& configFolder, const TaskContext& task)
{
    if (profile.kafka.bootstrap.trimmed().isEmpty())
        return fail(errors::noKafka, profile.name);
    const bool plain = profile.kafka.security.isEmpty()
        || profile.kafka.security.compare(QLatin1StringView("PLAINTEXT"), Qt::CaseInsensitive) == 0;
    if (plain && profile.kafka.registryUser.isEmpty())
        return KafkaAccess(profile.kafka);
    const auto store = openSecretStore(configFolder);
    const auto secrets = loadSecrets(*store, profile, task);
    if (!secrets)
        return fail(secrets.error());
    return KafkaAccess(profile.kafka, {secrets->kafka, secrets->key, secrets->registry});
}

} // namespace nc
