#pragma once

#include "channels/teststage.h"
#include "core/task.h"

#include <QList>

namespace nc {

/// Diia's API to be tried. Lives in memory only: it carries the partner's token.
struct DiiaTarget {
    QString url;
    QString token; ///< empty: only the connection is tried
    QString caFile;
    int timeoutMs = 20'000;
};

/// DNS, TCP, TLS and the request of a session token (docs/contracts.md, "What is published"). Nothing is published.
/// As testMail().
Result<QList<TestStage>> testDiia(
    const DiiaTarget& target, const TaskContext& task, const StageListener& listener = {});

} // namespace nc
