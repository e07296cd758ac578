#pragma once

#include "connections/deadletternaming.h"
#include "connections/profile.h"
#include "core/result.h"
#include "core/task.h"

#include <QString>

namespace nc {

/// What is secret about a connection. Lives in memory only: never in settings, logs or errors.
struct KafkaSecrets {
    QString password; ///< SASL
    QString keyPassword; ///< of the client key or the PKCS#12 file
    QString registryPassword;
};

/// Everything needed to open a client. Implicit from a connection without secrets.
struct KafkaAccess {
    KafkaConnection connection;
    KafkaSecrets secrets;
    DeadLetterNaming deadLetters; ///< how this cluster's dead-letter topics are called

    KafkaAccess() = default;
    KafkaAccess(KafkaConnection c, KafkaSecrets s = {}, DeadLetterNaming naming = {}) // NOLINT(google-explicit-constructor)
        : connection(std::move(c))
        , secrets(std::move(s))
        , deadLetters(std::move(naming))
    {
    }
};

/// The access that a profile describes, with its secrets out of the secret store of `configFolder`. Blocks; asks the
/// store only where the profile can have secrets, and the folder's settings how dead-letter topics are called. errors::noKafka and those of SecretStore.
Result<KafkaAccess> openAccess(const Profile& profile, const QString& configFolder, const TaskContext& task);

} // namespace nc
