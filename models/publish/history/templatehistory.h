#pragma once

#include "publish/history/publishhistory.h"
#include "publish/history/templateversions.h"
#include "publish/plan/publishsource.h"

namespace nc {

/// Which version of a template is meant: a number, or what stood there at a time.
struct VersionChoice {
    int number = 0;
    std::optional<EpochMs> at = {};
};

/// The versions of one template out of history and, where `database` is given, what stands there now.
/// Blocks; any thread. errors of PublishHistory and of reading the database.
Result<QList<TemplateVersion>> readVersions(const PublishHistory& history,
    const std::optional<DatabaseTarget>& database, const QString& key, const TaskContext& context);

/// errors::noHistory, noVersion, noVersionThen (with what is known as detail).
Result<TemplateVersion> chooseVersion(
    const QList<TemplateVersion>& versions, const QString& key, const VersionChoice& choice);

/// The version as something to publish; Diia's id comes along, so that it is not registered a second time.
/// errors::contentNotKept.
Result<PublishSource> sourceOf(const TemplateVersion& version);

} // namespace nc
