#include "failures/sending/pace.h"

#include <algorithm>

namespace nc {
namespace {

using namespace std::chrono_literals;

/// With a rate a batch is what may go in this time.
constexpr double rateSlice = 0.25;
constexpr auto lookEvery = 50ms;

} // namespace

Pace::Pace(const SendingRequest& request)
    : m_control(request.control)
    , m_asked(request.rate)
    , m_rate(rate())
{
}

double Pace::rate() const
{
    const double now = m_control ? m_control->rate() : -1;
    return now < 0 ? m_asked : now;
}

double Pace::batchOf(qsizetype most) const
{
    return rate() > 0 ? std::clamp(rate() * rateSlice, 1.0, double(most)) : double(most);
}

bool Pace::isPaused() const
{
    return m_control && m_control->isPaused();
}

Result<bool> Pace::waitWhilePaused(const TaskContext& task)
{
    if (!isPaused())
        return false;
    while (isPaused()) {
        m_control->setResting(true);
        if (task.cancel.waitFor(lookEvery))
            return fail(TaskContext::cancelled().error());
    }
    m_control->setResting(false);
    return true;
}

Result<void> Pace::keep(const TaskContext& task)
{
    for (;;) {
        const auto rested = waitWhilePaused(task);
        if (!rested)
            return fail(rested.error());
        if (*rested || rate() != m_rate) {
            m_rate = rate();
            m_began = Clock::now();
            m_sent = 0;
        }
        if (m_rate <= 0)
            return {};
        const auto due = m_began
            + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(m_sent) / m_rate));
        const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
        if (wait <= 0ms)
            return {};
        // A slow one hears of a pause and of another rate meanwhile.
        if (task.cancel.waitFor(std::min<std::chrono::milliseconds>(wait, lookEvery)))
            return TaskContext::cancelled();
    }
}

} // namespace nc
