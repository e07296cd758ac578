#pragma once

#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/verdicts/judgeaccess.h"

#include <memory>

namespace nc {

class RenderMemory;
class VerdictJudge;

/// Names what was really wrong where the service only says that a template failed: it is filled in with the event's own
/// data, as for a verdict. Nothing is opened before the first failure of that kind is asked about; without a database
/// that answers the service's words are all there is. Use from one thread at a time; blocks.
class CauseFinder {
public:
    /// `memory`: what others have rendered already; may be empty.
    explicit CauseFinder(JudgeAccess access, std::shared_ptr<RenderMemory> memory = {});
    ~CauseFinder();
    CauseFinder(const CauseFinder&) = delete;
    CauseFinder& operator=(const CauseFinder&) = delete;

    DeliveryCause find(const AuditDelivery& audit, const TaskContext& task);
    /// What groupDeliveries() needs to find causes, and only that: an empty verdict of all other failures.
    Verdict verdictOf(const Delivery& delivery, const TaskContext& task);

private:
    JudgeAccess m_access;
    std::shared_ptr<RenderMemory> m_memory;
    std::unique_ptr<VerdictJudge> m_judge;
};

} // namespace nc
