#pragma once

#include "connections/profile.h"
#include "connections/profilesecrets.h"
#include "core/task.h"
#include "profiletest/profilecheck.h"

namespace nc {

/// Asks everything that the profile names, one after another; nothing is changed anywhere. A server that speaks HTTP
/// counts only when its answer is one of a schema registry, of notification-service, of a vault. Without secrets
/// (their error) what needs them fails with that. Blocks. A check that fails is part of the answer; only a cancel is an
/// error.
Result<QList<ProfileCheck>> testProfile(const Profile& profile, const Result<ProfileSecrets>& secrets,
    const TaskContext& task, const ProfileCheckListener& each = {});

/// Secrets of a profile that is being edited: those that were typed, the others out of the store of `configFolder`.
/// Blocks. Errors of SecretStore when nothing was typed.
Result<ProfileSecrets> typedOrKept(
    const ProfileSecrets& typed, const Profile& profile, const QString& configFolder, const TaskContext& task);

} // namespace nc
