#pragma once

#include "core/task.h"
#include "gate/pass.h"
#include "sandbox/postgresserver.h"
#include "sandbox/sandboxrecord.h"

#include <optional>

namespace nc {

/// Fills a sandbox with the demo, step by step; the record says how far it is, so that an attempt that was cut off
/// goes on. Saves the record after each step.
class DemoFill {
public:
    DemoFill(QString folder, SandboxRecord& record, const Pass& pass, const TaskContext& task);

    /// The two clones; also of an empty sandbox. Needs no server.
    Result<void> repositories();
    /// Rows and records, unless the sandbox is empty or has them. Needs all servers; `auditSchema` as in the schema
    /// registry, none without one.
    Result<void> story(PostgresServer& postgres, std::optional<qint32> auditSchema);

private:
    Result<void> reached(const QString& step);

    QString m_folder;
    SandboxRecord& m_record;
    const Pass& m_pass;
    const TaskContext& m_task;
};

} // namespace nc
