#pragma once

#include "core/cancel.h"
#include "core/errors.h"
#include "core/result.h"

#include <functional>

namespace nc {

/// How far a task is. `total` < 0 means that the end is not known. `stage` is a short untranslated word of the area
/// ("reading", "publishing", …) or the name of the thing at hand; it may be empty.
struct Progress {
    qint64 done = 0;
    qint64 total = -1;
    QString stage;

    friend bool operator==(const Progress&, const Progress&) = default;
};

/// What every function that takes time is given: a way to be stopped and a way to tell how far it is.
/// Such functions block, may be called from any one thread at a time, look at `cancel` often enough to return within
/// 100 ms, and then give errors::cancelled.
struct TaskContext {
    CancelToken cancel;
    /// Called from the working thread, as often as is convenient; the receiver thins it out.
    std::function<void(const Progress&)> progress = [](const Progress&) {};

    bool isCancelled() const { return cancel.isCancelled(); }
    void report(qint64 done, qint64 total = -1, QString stage = {}) const
    {
        if (progress)
            progress({done, total, std::move(stage)});
    }
    static std::unexpected<Error> cancelled() { return fail(errors::cancelled, {}, {}, Next::Retry); }
};

} // namespace nc
