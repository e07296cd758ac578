#include "failures/verdicts/causefinder.h"

#include "failures/facts/errors.h"
#include "failures/verdicts/judging.h"
#include "failures/verdicts/letterrenderer.h"
#include "failures/verdicts/verdict.h"

namespace nc {

CauseFinder::CauseFinder(JudgeAccess access, std::shared_ptr<RenderMemory> memory)
    : m_access(std::move(access))
    , m_memory(std::move(memory))
{
}

CauseFinder::~CauseFinder() = default;

Verdict CauseFinder::verdictOf(const Delivery& delivery, const TaskContext& task)
{
    if (!delivery.isFailure() || !delivery.cause.is(errors::causeTemplateFailed))
        return {};
    if (!m_judge) {
        // Limits of topics and settings of channels say nothing about a template.
        VerdictBasis basis;
        basis.serviceVersion = m_access.serviceVersion;
        m_judge = std::make_unique<VerdictJudge>(readPublished(m_access, task), basis, m_memory);
    }
    return m_judge->judge(delivery, task);
}

DeliveryCause CauseFinder::find(const AuditDelivery& audit, const TaskContext& task)
{
    const Delivery delivery = deliveryOf(audit);
    return causeOf(delivery, verdictOf(delivery, task));
}

} // namespace nc
