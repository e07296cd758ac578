#pragma once

#include "cli/command.h"
#include "connections/profile.h"
#include "connections/profilesecrets.h"

namespace nc::cli {

/// The options that describe a connection.
QList<OptionSpec> connectionOptions();

/// A connection as it was typed. `secrets` holds what stood inside a URL or a connection string; `jks` is a file whose
/// certificates are still to be taken over.
struct TypedConnection {
    Profile profile;
    ProfileSecrets secrets;
    QString jks;
};

/// Checks and reads them. Files must exist; their paths become
/// absolute.
Typed<TypedConnection> readConnection(const QString& name, const Arguments& arguments);

} // namespace nc::cli
