#pragma once

#include "core/task.h"
#include "secrets/secretstore.h"

namespace nc {

/// The system's keychain through QtKeychain, whose jobs need an event loop: each call runs one in a thread of its own
/// and waits for it, so that the caller needs none.
class Keychain : public SecretStore {
public:
    /// Whether it is worth asking: built in, and a session bus is there (without one, libsecret would start its own).
    static bool available();

    Result<std::optional<QString>> read(const QString& service, const QString& key, const TaskContext& task) override;
    Result<void> write(
        const QString& service, const QString& key, const QString& secret, const TaskContext& task) override;
    Result<void> remove(const QString& service, const QString& key, const TaskContext& task) override;
    QString place() const override { return {}; }
};

} // namespace nc
