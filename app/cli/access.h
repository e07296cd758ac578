#pragma once

#include "cli/environment.h"
#include "kafka/client/kafkaaccess.h"
#include "postgres/databasetarget.h"

namespace nc::cli {

/// What is needed to open the profile's servers, passwords fetched from the secret store. errors::noKafka, noDatabase,
/// errors of SecretStore.
Result<KafkaAccess> kafkaAccess(const Environment& env, const Profile& profile);
Result<DatabaseTarget> databaseTarget(const Environment& env, const Profile& profile);

} // namespace nc::cli
