#pragma once

#include <atomic>

namespace nc {

/// Steers a run from another thread. What is under way is finished first, so no transaction stays open.
class ReplayControl {
public:
    void setPaused(bool paused) { m_paused = paused; }
    bool isPaused() const { return m_paused; }
    /// Records a second; 0: as fast as it goes; below: as the request says.
    void setRate(double rate) { m_rate = rate; }
    double rate() const { return m_rate; }

private:
    std::atomic<bool> m_paused = false;
    std::atomic<double> m_rate = -1;
};

} // namespace nc
