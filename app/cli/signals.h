#pragma once

#include "core/cancel.h"

#include <memory>

namespace nc::cli {

/// While it lives, Ctrl+C, SIGTERM and SIGHUP cancel `source` in order; a second Ctrl+C ends the process at once.
/// One at a time in a process.
class SignalGuard {
public:
    explicit SignalGuard(CancelSource source);
    ~SignalGuard();
    SignalGuard(const SignalGuard&) = delete;
    SignalGuard& operator=(const SignalGuard&) = delete;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc::cli
