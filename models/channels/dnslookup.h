#pragma once

#include "core/task.h"

#include <QStringList>

namespace nc {

/// What the system's resolver says about a name. Blocks, at most 10 s; ends within 100 ms of a cancel (the resolver's
/// own thread is left to finish). errors::testDns.
struct DnsAnswer {
    QStringList addresses; ///< A and AAAA
    QStringList mailServers; ///< MX of the domain, best first; empty when none or not asked
};
Result<DnsAnswer> lookUp(const QString& host, const QString& mailDomain, const TaskContext& task);

} // namespace nc
