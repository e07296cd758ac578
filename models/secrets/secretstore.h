#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace nc {

struct TaskContext;

/// Keeps passwords and tokens, each under a service (for us "notification-console") and a key ("<profile>/kafka").
/// Functions block and may be called from one thread at a time; a keychain may ask the person to unlock it meanwhile.
/// Secrets are never part of an Error. errors::noSecretStore, badSecretStore, cannotWrite, diskFull.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// Nothing when there is no such secret.
    virtual Result<std::optional<QString>> read(
        const QString& service, const QString& key, const TaskContext& task) = 0;
    virtual Result<void> write(
        const QString& service, const QString& key, const QString& secret, const TaskContext& task) = 0;
    /// Removing what is not there is no error.
    virtual Result<void> remove(const QString& service, const QString& key, const TaskContext& task) = 0;

    /// The files that secrets are kept in, for "where is it?"; empty for the system's keychain.
    virtual QString place() const = 0;
};

} // namespace nc
