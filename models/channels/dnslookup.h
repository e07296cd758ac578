#pragma once

#include "core/task.h"

#include <QDeadlineTimer>
#include <QStringList>

namespace nc {

/// What the system's resolver says about a name. Blocks until then, at most; ends within 100 ms of a cancel (the
/// resolver's own thread is left to finish). errors::testDns, testTimeout.
struct DnsAnswer {
    QStringList addresses; ///< A and AAAA
    QStringList mailServers; ///< MX of the domain, best first; empty when none or not asked
};
Result<DnsAnswer> lookUp(
    const QString& host, const QString& mailDomain, const QDeadlineTimer& until, const TaskContext& task);

} // namespace nc
