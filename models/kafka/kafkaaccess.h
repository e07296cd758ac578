#pragma once

#include "connections/profile.h"

#include <QString>

namespace nc {

/// What is secret about a connection. Lives in memory only: never in settings, logs or errors.
struct KafkaSecrets {
    QString password; ///< SASL
    QString keyPassword; ///< of the client key or the PKCS#12 file
    QString registryUser; ///< schema registry: user name or API key; empty: none
    QString registryPassword;
};

/// Everything needed to open a client. Implicit from a connection without secrets.
struct KafkaAccess {
    KafkaConnection connection;
    KafkaSecrets secrets;

    KafkaAccess() = default;
    KafkaAccess(KafkaConnection c, KafkaSecrets s = {}) // NOLINT(google-explicit-constructor)
        : connection(std::move(c))
        , secrets(std::move(s))
    {
    }
};

} // namespace nc
