#pragma once

#include "channels/vault.h"
#include "secrets/secretstore.h"

namespace nc {

class YamlDocument;

/// The passwords of the channels that this console was told: in the vault that the platform reads, when the profile
/// names one, else in the console's own secret store, for testing the connection.
namespace channelsecrets {

/// Keys: "channels/<registry>/email", "channels/<registry>/diia"; `registry` is the clone's folder.
QString emailKey(const QString& registry);
QString diiaKey(const QString& registry);

Result<QString> read(SecretStore& store, const QString& key, const TaskContext& task); ///< empty when there is none
Result<void> write(SecretStore& store, const QString& key, const QString& secret, const TaskContext& task);

/// The registry's name for the vault's paths: what the file's own paths say, else `global.registryName`, else the
/// clone's folder.
QString registryName(const YamlDocument& document, const QString& registry);

/// Keeps a new secret: in the vault, when there is one, at the fresh `place`; else in the store, for testing alone.
Result<void> keep(SecretStore& store, const std::optional<VaultTarget>& vault, const QString& key,
    const VaultPlace& place, const QString& secret, const TaskContext& task);

/// The secret for testing: from the vault, when there is one and the file names a place in it, else (or when the vault
/// does not answer) from the store. Empty when neither has it.
Result<QString> find(SecretStore& store, const std::optional<VaultTarget>& vault, const QString& key,
    const VaultPlace& place, const TaskContext& task);

} // namespace channelsecrets
} // namespace nc
