#include "connections/clonestate.h"

#include "core/errors.h"
#include "git/errors.h"
#include "git/gitrepo.h"

#include <QFileInfo>

namespace nc {

Result<CloneState> cloneState(const QString& folder, const TaskContext& task)
{
    CloneState state;
    state.folder = folder;
    if (!QFileInfo(folder).isDir())
        return fail(errors::notFound, folder, {}, Next::Retry);
    const auto git = GitRepo(folder).state(task);
    if (!git && git.error().is(errors::notARepository))
        return state;
    if (!git)
        return fail(git.error());
    state.isClone = true;
    state.branch = git->branch;
    state.commit = git->head.left(8);
    state.changed = static_cast<int>(git->dirty.size());
    state.ahead = git->ahead;
    state.behind = git->behind;
    state.hasUpstream = !git->upstream.isEmpty();
    return state;
}

} // namespace nc
