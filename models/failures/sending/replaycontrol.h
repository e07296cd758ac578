#pragma once

#include <atomic>

namespace nc {

/// Steers a run from another thread. What is under way is finished first, so no transaction stays open.
class ReplayControl {
public:
    void setPaused(bool paused) { m_paused = paused; }
    bool isPaused() const { return m_paused; }
    /// Said by the run: it has finished what was under way and waits until it may go on.
    void setResting(bool resting) { m_resting = resting; }
    bool isResting() const { return m_resting; }
    /// Records a second; 0: as fast as it goes; below: as the request says.
    void setRate(double rate) { m_rate = rate; }
    double rate() const { return m_rate; }

private:
    std::atomic<bool> m_paused = false;
    std::atomic<bool> m_resting = false;
    std::atomic<double> m_rate = -1;
};

} // namespace nc
