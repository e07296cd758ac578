#pragma once

#include "connections/workspace.h"
#include "core/taskrunner.h"

#include <QFuture>
#include <QObject>

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
    started.future.then(
        owner, [&workspace, generation = workspace.generation(), done = std::move(done)](ResultType result) mutable {
            if (generation == workspace.generation())
                done(std::move(result));
        });
    return started.id;
}

} // namespace nc
