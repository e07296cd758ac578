#pragma once

#include "connections/profile.h"
#include "core/idleconnections.h"
#include "core/result.h"
#include "core/task.h"

#include <QString>

#include <memory>

namespace nc {

class ProfileAccess;

/// What is secret about a connection. Lives in memory only: never in settings, logs or errors.
struct KafkaSecrets {
    QString password; ///< SASL
    QString keyPassword; ///< of the client key or the PKCS#12 file
    QString registryPassword;

    friend bool operator==(const KafkaSecrets&, const KafkaSecrets&) = default;
};

/// Everything needed to open a client. Implicit from a connection without secrets.
struct KafkaAccess {
    KafkaConnection connection;
    KafkaSecrets secrets;
    /// Where clients wait that nobody uses just now; none: each opening makes a client and closes it afterwards.
    std::shared_ptr<IdleConnections> idle = {};

    KafkaAccess() = default;
    KafkaAccess(KafkaConnection c, KafkaSecrets s = {}) // NOLINT(google-explicit-constructor)
        : connection(std::move(c))
        , secrets(std::move(s))
    {
    }
};

/// The one way from a profile to its Kafka: with its secrets, which are looked up once, and with its idle connections.
/// Blocks; asks the secret store only where the profile can have secrets. errors::noKafka and those of SecretStore.
Result<KafkaAccess> kafkaAccess(ProfileAccess& profile, const TaskContext& task);

} // namespace nc
