#pragma once

#include "core/task.h"
#include "process/rpcpeer.h"
#include "render/engineversion.h"

#include <mutex>
#include <semaphore>

namespace nc {

/// The helper as a process: started on the first call, greeted after each start, as many requests at once as it has
/// threads, asked again when it died for another's sake. Any thread.
class EngineConnection {
public:
    explicit EngineConnection(QString jar)
        : m_jar(std::move(jar))
    {
    }

    Result<EngineVersion> version(const TaskContext& task);

    /// `limit` counts from when the helper has a thread free. errors::timeLimit (the process is killed then),
    /// memoryLimit, outputLimit, engineCrashed, and those of a start.
    Result<RpcAnswer> call(
        const QString& method, const QJsonObject& params, std::chrono::milliseconds limit, const TaskContext& task);
    void stop();

private:
    static constexpr int threads = 2;

    /// The running peer, the right one; starts it when there is none.
    Result<std::shared_ptr<RpcPeer>> ready(const TaskContext& task);
    Result<EngineVersion> greet(RpcPeer& peer, const TaskContext& task) const;

    const QString m_jar;
    std::counting_semaphore<threads> m_free{threads};
    std::mutex m_mutex; // guards what follows; held while the process starts
    std::shared_ptr<RpcPeer> m_peer;
    qint64 m_greeted = -1; ///< pid of the process that said its version
    EngineVersion m_version;
};

} // namespace nc
