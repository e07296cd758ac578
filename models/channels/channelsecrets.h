#pragma once

#include "core/secretstore.h"

namespace nc {

/// The passwords of the channels that this console was told, in its secret store: for testing the connection. They are
/// not what the platform uses, which reads its vault.
namespace channelsecrets {

/// Keys: "channels/<registry>/email", "channels/<registry>/diia"; `registry` is the clone's folder.
QString emailKey(const QString& registry);
QString diiaKey(const QString& registry);

Result<QString> read(SecretStore& store, const QString& key, const TaskContext& task); ///< empty when there is none
Result<void> write(SecretStore& store, const QString& key, const QString& secret, const TaskContext& task);

} // namespace channelsecrets
} // namespace nc
