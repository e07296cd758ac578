#pragma once

#include "core/task.h"

#include <QByteArray>

namespace nc {

struct HttpAnswer {
    int status = 0;
    QByteArray body;
};

/// One request to a server on this machine; GET, or POST when there is a body (JSON). Blocks for at most ten seconds.
/// errors::registryFailed when nobody answers, errors::cancelled.
Result<HttpAnswer> httpCall(const QString& url, const QByteArray& body, const TaskContext& task);

} // namespace nc
