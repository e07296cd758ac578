#pragma once

#include "connections/profile.h"
#include "connections/profilesecrets.h"
#include "core/task.h"

#include <QList>

namespace nc {

/// What was asked when a profile is tried out, and what came back.
struct ConnectionCheck {
    enum class What { Kafka, Database, Regulation, Registry };
    What what = What::Kafka;
    bool ok = false;
    QString found; ///< name and version, folder
    Error error;
};

/// Asks everything that the profile names, one after another. Secrets that are empty in `typed` are looked up in the
/// store of `configFolder`. Blocks. A check that fails is part of the answer; only a cancel is an error.
Result<QList<ConnectionCheck>> testConnections(
    const Profile& profile, const ProfileSecrets& typed, const QString& configFolder, const TaskContext& task);

} // namespace nc
