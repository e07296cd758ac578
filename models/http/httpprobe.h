#pragma once

#include "core/task.h"
#include "http/httprequest.h"
#include "http/teststage.h"

#include <QList>

namespace nc {

/// Name, TCP and TLS of a server that speaks HTTP, as stages "dns", "tcp" and "tls"; nothing secret is sent. `answers`
/// is whether it speaks HTTP at all; else the last stage says what is wrong ("answer", when all the others are well).
struct HttpProbe {
    QList<TestStage> stages;
    bool answers = false;
};

/// Asks once for the URL's path, without what may be secret in the URL. Blocks; errors::cancelled alone is an error.
Result<HttpProbe> probeServer(const QString& url, const HttpLimits& limits, const TaskContext& task);

} // namespace nc
