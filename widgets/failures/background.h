#pragma once

#include "connections/workspace.h"
#include "core/deliver.h"
#include "core/taskrunner.h"
#include "failures/verdicts/judgeaccess.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <type_traits>

namespace nc {

/// Page::run() for the parts of a page: `done` comes in the GUI thread, unless `owner` is gone or another profile was
/// chosen meanwhile.
template <class Work, class Done>
quint64 runFor(QObject* owner, Workspace& workspace, const QString& kind, const QString& subject, Work work, Done done,
    bool visible = true)
{
    using ResultType = std::invoke_result_t<Work&, TaskContext&>;
    using T = typename ResultType::value_type;
    auto started = workspace.tasks().start<T>(kind, subject, std::move(work), visible);
    deliver(started.future, owner,
        [&workspace, generation = workspace.generation(), done = std::move(done)](ResultType result) mutable {
            if (generation == workspace.generation())
                done(std::move(result));
        });
    return started.id;
}

/// Profile, ledger folder and secrets, to be opened off the GUI thread.
std::function<Result<JudgeAccess>(const TaskContext&)> accessOf(const Workspace& workspace);

} // namespace nc
