#pragma once

#include "connections/profile.h"
#include "core/result.h"

#include <QStringList>

namespace nc {

class SecretStore;
struct TaskContext;

/// What is secret about a profile; lives in the secret store under the profile's name, never in profiles.json.
struct ProfileSecrets {
    QString kafka; ///< SASL password
    QString key; ///< of the client key or the PKCS#12 file
    QString registry; ///< schema registry: password or API secret
    QString database;
    QString service; ///< access token of notification-service
    QString vault; ///< token, or the role's secret id

    friend bool operator==(const ProfileSecrets&, const ProfileSecrets&) = default;
};

/// Blocks; asks only for those that the profile can have. An absent one is empty. Errors of SecretStore.
Result<ProfileSecrets> loadSecrets(SecretStore& store, const Profile& profile, const TaskContext& task);
/// Writes those that are not empty; the others stay as they are.
Result<void> saveSecrets(
    SecretStore& store, const QString& profileName, const ProfileSecrets& secrets, const TaskContext& task);
/// Takes all of them away.
Result<void> removeSecrets(SecretStore& store, const QString& profileName, const TaskContext& task);

} // namespace nc
