#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace nc {

/// Which clones of other people this program may look at and commit in, beside those that git's own `safe.directory`
/// names: a folder and the user id of its owner, so that another owner is asked about anew. One list a process, filled
/// from the settings when it starts. Any thread.
namespace gittrust {

/// Takes the list as the settings keep it: {folder: user id}.
void set(const QJsonObject& trusted);
/// The list with the clone that `folder` lies in, for the settings; it counts from now on. errors::notARepository.
Result<QJsonObject> add(const QString& folder);
bool isTrusted(const QString& top, uint owner);

} // namespace gittrust
} // namespace nc
