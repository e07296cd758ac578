#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace nc {

/// Calls `receive(result)` in the thread of `context` once the future has finished, or never when `context` is gone by
/// then. Call it in that thread. In place of `future.then(context, …)`: Qt 6.4 asserts there that the context still
/// lives, and looks at it from the finishing thread. A future without a result (its promise was dropped) is ignored.
template <class T, class Receive>
void deliver(const QFuture<T>& future, QObject* context, Receive receive)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, receive = std::move(receive)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                receive(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace nc
