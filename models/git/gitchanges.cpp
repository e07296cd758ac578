#include "git/gitchanges.h"

#include "git/errors.h"
#include "git/gitowned.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// The library asks before each file whether to go on.
int goOn(const git_diff*, const char*, const char*, void* task)
{
    return static_cast<const TaskContext*>(task)->isCancelled() ? GIT_EUSER : 0;
}

using Changes = QMap<QString, GitChange>;

int noteStaged(const git_diff_delta* delta, float, void* payload)
{
    auto* changes = static_cast<Changes*>(payload);
    if (delta->status == GIT_DELTA_UNMODIFIED)
        return 0;
    const bool added = delta->status == GIT_DELTA_ADDED;
    const bool deleted = delta->status == GIT_DELTA_DELETED;
    changes->insert(QString::fromUtf8(deleted ? delta->old_file.path : delta->new_file.path),
        added         ? GitChange::Added
            : deleted ? GitChange::Deleted
                      : GitChange::Modified);
    return 0;
}

/// On top of what is staged: what counts is the working copy against the commit.
int noteOnDisk(const git_diff_delta* delta, float, void* payload)
{
    auto* changes = static_cast<Changes*>(payload);
    const QString path = QString::fromUtf8(delta->new_file.path ? delta->new_file.path : delta->old_file.path);
    const auto staged = changes->constFind(path);
    const bool isStaged = staged != changes->constEnd();
    switch (delta->status) {
    case GIT_DELTA_UNMODIFIED:
        break;
    case GIT_DELTA_IGNORED:
        if (!isStaged)
            changes->insert(path, GitChange::Ignored);
        break;
    case GIT_DELTA_UNTRACKED:
        // Taken out of the index, there all the same: it is in the commit.
        changes->insert(path, isStaged && *staged == GitChange::Deleted ? GitChange::Modified : GitChange::Added);
        break;
    case GIT_DELTA_DELETED:
        if (isStaged && *staged == GitChange::Added)
            changes->remove(path);
        else
            changes->insert(path, GitChange::Deleted);
        break;
    default:
        if (!isStaged || *staged != GitChange::Added)
            changes->insert(path, GitChange::Modified);
        break;
    }
    return 0;
}

/// Of a plain file; where the clone takes no notice of the executable bit, any.
bool hasMode(git_repository* repo, git_filemode_t mode, const QFileInfo& file)
{
    GitConfig config;
    int counts = 1;
    if (git_repository_config_snapshot(config.out(), repo) == 0)
        git_config_get_bool(&counts, config.get(), "core.filemode");
    if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
        return false;
    return counts == 0 || file.permission(QFile::ExeOwner) == (mode == GIT_FILEMODE_BLOB_EXECUTABLE);
}

/// A file of another size or age counts as changed until its bytes were compared with the commit's, line ends put
/// right.
void dropUnchanged(git_repository* repo, const git_tree* tree, const QString& top, Changes& changes)
{
    changes.removeIf([&](const std::pair<const QString&, GitChange&>& change) {
        if (change.second != GitChange::Modified || !tree)
            return false;
        const QByteArray path = change.first.toUtf8();
        const QFileInfo file(top + u'/' + change.first);
        GitTreeEntry entry;
        git_oid id;
        return file.isFile() && !file.isSymLink() && git_tree_entry_bypath(entry.out(), tree, path.constData()) == 0
            && git_repository_hashfile(&id, repo, path.constData(), GIT_OBJECT_BLOB, nullptr) == 0
            && git_oid_equal(&id, git_tree_entry_id(entry.get())) == 1
            && hasMode(repo, git_tree_entry_filemode(entry.get()), file);
    });
}

/// The library takes them for unchanged as well: they are compared here.
Result<void> addBlind(git_repository* repo, git_index* index, const QString& top, const QByteArray& below,
    Changes& changes, const TaskContext& task)
{
    for (size_t i = 0; i < git_index_entrycount(index); ++i) {
        const git_index_entry* entry = git_index_get_byindex(index, i);
        const QString why = blindnessOf(*entry);
        const QByteArray name(entry->path);
        if (why.isEmpty() || (!below.isEmpty() && name != below && !name.startsWith(below + '/')))
            continue;
        if (task.isCancelled())
            return TaskContext::cancelled();
        const QString path = QString::fromUtf8(name);
        const QFileInfo file(top + u'/' + path);
        if (!file.exists() && !file.isSymLink()) {
            // A sparse working copy leaves files out on purpose.
            if (why == "assume-unchanged"_L1)
                changes.insert(path, GitChange::Deleted);
            else
                changes.remove(path);
            continue;
        }
        git_oid id;
        if (file.isFile() && git_repository_hashfile(&id, repo, entry->path, GIT_OBJECT_BLOB, nullptr) == 0
            && git_oid_equal(&id, &entry->id) == 0 && !changes.contains(path))
            changes.insert(path, GitChange::Modified);
    }
    return {};
}

std::unexpected<Error> failed(int code)
{
    return code == GIT_EUSER ? TaskContext::cancelled() : fail(errors::gitFailed, u"git status"_s, gitWords());
}

} // namespace

QString blindnessOf(const git_index_entry& entry)
{
    if ((entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0)
        return u"skip-worktree"_s;
    return (entry.flags & GIT_INDEX_ENTRY_VALID) != 0 ? u"assume-unchanged"_s : QString();
}

Result<QMap<QString, GitChange>> readChanges(
    const GitPlace& place, const QString& head, const GitLookAt& at, const TaskContext& task)
{
    git_repository* repo = place.handle.get();
    GitIndex index;
    if (git_repository_index(index.out(), repo) != 0)
        return fail(errors::unreadableClone, place.top, gitWords());
    GitTree tree;
    git_oid id;
    if (!head.isEmpty()
        && (git_oid_fromstr(&id, head.toLatin1().constData()) != 0 || git_tree_lookup(tree.out(), repo, &id) != 0))
        return fail(errors::unreadableClone, place.top, gitWords());
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_IGNORE_SUBMODULES
        | GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_INCLUDE_TYPECHANGE;
    if (at.ignored)
        options.flags |= GIT_DIFF_INCLUDE_IGNORED | GIT_DIFF_RECURSE_IGNORED_DIRS;
    options.progress_cb = goOn;
    options.payload = const_cast<TaskContext*>(&task);
    QByteArray below = at.below;
    char* path = below.data();
    if (!below.isEmpty())
        options.pathspec = {&path, 1};
    Changes changes;
    GitDiff staged;
    if (const int code = git_diff_tree_to_index(staged.out(), repo, tree.get(), index.get(), &options); code != 0)
        return failed(code);
    git_diff_foreach(staged.get(), noteStaged, nullptr, nullptr, nullptr, &changes);
    GitDiff disk;
    if (const int code = git_diff_index_to_workdir(disk.out(), repo, index.get(), &options); code != 0)
        return failed(code);
    git_diff_foreach(disk.get(), noteOnDisk, nullptr, nullptr, nullptr, &changes);
    dropUnchanged(repo, tree.get(), place.top, changes);
    if (const auto done = addBlind(repo, index.get(), place.top, below, changes, task); !done)
        return fail(done.error());
    return changes;
}

} // namespace nc
