#pragma once

#include "cli/access.h"
#include "cli/command.h"
#include "postgres/connection.h"
#include "publish/publishsource.h"

namespace nc::cli {

/// The regulation to work on: the directory given, else the profile's. errors::noRegulation.
Result<QString> regulationFolder(const Arguments& arguments, const Profile& profile);

/// The templates of a regulation as they would be published, with the regulation's own errors apart.
struct LoadedSources {
    QList<PublishSource> sources;
    QList<Problem> regulationErrors;
};
Result<LoadedSources> loadSources(const QString& folder, bool check, const Environment& env);

} // namespace nc::cli
