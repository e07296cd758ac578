#include "kafka/client/kafkaaccess.h"

#include "connections/errors.h"
#include "connections/profileaccess.h"

namespace nc {

Result<KafkaAccess> kafkaAccess(ProfileAccess& profile, const TaskContext& task)
{
    const KafkaConnection& connection = profile.profile().kafka;
    if (connection.bootstrap.trimmed().isEmpty())
        return fail(errors::noKafka, profile.profile().name);
    KafkaAccess access(connection);
    access.idle = profile.idle();
    const bool plain = connection.security.isEmpty()
        || connection.security.compare(QLatin1StringView("PLAINTEXT"), Qt::CaseInsensitive) == 0;
    if (plain && connection.registryUser.isEmpty())
        return access;
    const auto secrets = profile.secrets(task);
    if (!secrets)
        return fail(secrets.error());
    access.secrets = {secrets->kafka, secrets->key, secrets->registry};
    return access;
}

} // namespace nc
