#pragma once

#include "secrets/secretstore.h"

#include <memory>

namespace nc {

/// The system's keychain where a session bus runs and the console was built with QtKeychain, else the encrypted file
/// in `folder` (secretfile.h). What the file holds is found even when there is a keychain by now.
std::unique_ptr<SecretStore> openSecretStore(const QString& folder);

} // namespace nc
