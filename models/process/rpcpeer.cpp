#include "process/rpcpeer.h"

#include "process/rpcloop.h"

namespace nc {

RpcPeer::RpcPeer(RpcOptions options)
    : m_loop(std::make_unique<RpcLoop>(std::move(options)))
{
}

RpcPeer::~RpcPeer() = default;

Result<RpcAnswer> RpcPeer::call(
    const QString& method, const QJsonObject& params, const TaskContext& task, std::chrono::milliseconds timeout)
{
    return m_loop->call(method, params, task, timeout);
}

void RpcPeer::stop()
{
    m_loop->stop();
}

qint64 RpcPeer::pid() const
{
    return m_loop->pid();
}

} // namespace nc
