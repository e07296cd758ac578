#pragma once

#include "core/task.h"
#include "secrets/secretstore.h"

namespace nc {

/// Diia as one registry's configuration names it, with the token that this console was told. In memory only.
struct RegistryDiia {
    QString url; ///< empty: values.yaml names none, or the profile has no registry
    QString token; ///< empty: none is known here
};

/// `registry`: the clone of the registry's configuration; empty is an answer, not an error. Blocks (files, a keychain);
/// any thread. Errors of ValuesFile and SecretStore.
Result<RegistryDiia> registryDiia(const QString& registry, SecretStore& store, const TaskContext& task);

} // namespace nc
