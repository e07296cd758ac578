#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace nc {

struct HttpTarget {
    QString url; ///< http or https, without user name and password
    QString user; ///< empty: no authentication
    QString password;
    QString ca; ///< PEM file, in addition to the system's; empty: none

    std::chrono::milliseconds connectTimeout{3000};
    std::chrono::milliseconds timeout{10'000}; ///< of the whole
    qint64 largest = 4 * 1024 * 1024; ///< bytes of the answer's body
};

struct HttpReply {
    int status = 0;
    QByteArray body;
};

/// One GET. Follows no redirections, so that a password goes only where it was meant to. Blocks; any thread; cancel
/// acts within 100 ms. errors::registryUnreachable (whatever kept an answer from coming) and registryAnswer (too
/// large), both without a subject; cancelled.
Result<HttpReply> httpGet(const HttpTarget& target, const TaskContext& task);

} // namespace nc
