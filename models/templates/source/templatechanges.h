#pragma once

#include "git/gitrepo.h"
#include "templates/source/regulation.h"

#include <QMap>

namespace nc {

/// How the regulation's templates stand to the last commit: new ones, changed ones, and those whose directory is gone.
/// Templates as committed are left out; one that git ignores is new. Blocks; errors as GitRepo's.
Result<QMap<TemplateKey, GitChange>> templateChanges(const QString& regulation, const TaskContext& task);

/// The changed files of these templates, named from the top of the clone: what a commit of them takes.
Result<QStringList> changedFiles(const QString& regulation, const QList<TemplateKey>& keys, const TaskContext& task);

/// Writes the files of a template as the last commit has them where they are missing; gives how many. Files that are
/// there stay as they are. errors::templateNotFound when the commit has none.
Result<int> restoreCommitted(const QString& regulation, const TemplateKey& key, const TaskContext& task);

/// `added`, `modified`, `deleted`: words of JSON.
QString changeName(GitChange change);

} // namespace nc
