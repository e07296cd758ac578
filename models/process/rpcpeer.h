#pragma once

#include "core/task.h"
#include "process/rpcanswer.h"
#include "process/rpcoptions.h"

#include <chrono>
#include <memory>

namespace nc {

class RpcLoop;

/// A child process that answers framed requests (rpcframe.h): `{"id":1,"method":"…","params":{…}}` on its stdin,
/// `{"id":1,"result":…}` or `{"id":1,"error":{…}}` on its stdout, in any order. It is started by the first call, kept,
/// and started anew by the next call after it ended. Needs no event loop: a thread of its own does the talking and
/// starts the process, which the kernel kills with it.
///
/// All functions may be called from any thread, several calls at once; the destructor may not run during a call.
class RpcPeer {
public:
    explicit RpcPeer(RpcOptions options);
    /// As stop(), then joins the thread.
    ~RpcPeer();
    RpcPeer(const RpcPeer&) = delete;
    RpcPeer& operator=(const RpcPeer&) = delete;

    /// Asks and waits for the answer; `timeout` counts from the call, a start of the process included.
    ///
    /// - errors::cancelled: returns at once; the process goes on with the request (its answer is dropped) and is killed
    ///   only if it is still at it when `timeout` is over.
    /// - errors::timedOut: the process was killed. Other calls under way get errors::peerDied with Next::Retry.
    /// - errors::cannotStart: with the system's reason.
    /// - errors::peerDied: it ended; the detail has its exit code and the last lines of its stderr.
    /// - errors::requestTooLarge: nothing was sent. errors::answerTooLarge, errors::badAnswer (no frame, no JSON, an id
    ///   that nobody asked): the process was killed, and every call under way gets this error.
    Result<RpcAnswer> call(
        const QString& method, const QJsonObject& params, const TaskContext& task, std::chrono::milliseconds timeout);

    /// Ends the process: closes its stdin, waits for the shutdown budget, kills it. Calls under way get
    /// errors::peerDied. Blocks until it is gone; the next call starts it anew.
    void stop();

    /// Of the running process; -1 when there is none.
    qint64 pid() const;

private:
    std::unique_ptr<RpcLoop> m_loop;
};

} // namespace nc
