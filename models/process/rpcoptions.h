#pragma once

#include "process/childprocess.h"

#include <QString>

#include <chrono>
#include <functional>

namespace nc {

/// What RpcPeer runs, and its limits.
struct RpcOptions {
    QString name; ///< what errors and the log call it; empty: the program
    ChildSpec child;
    qint64 requestLimit = 64LL * 1024 * 1024; ///< bytes of one request
    qint64 answerLimit = 64LL * 1024 * 1024; ///< bytes of one answer
    /// How long the process may take to end by itself after its stdin is closed; then it is killed.
    std::chrono::milliseconds shutdownBudget{500};
    /// Every line of its stderr, without the line end; called from the peer's thread. The log gets them in any case.
    std::function<void(const QString& line)> onErrorLine = {};
};

} // namespace nc
