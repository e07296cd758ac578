#pragma once

#include <functional>

namespace nc {

struct Error;
class NoticeBar;
class Workspace;

/// Of somebody else's clone (errors::foreignClone): asks whether to trust it, keeps the answer, then runs `again`.
/// False for any other error: nothing was shown.
bool askTrust(NoticeBar& notices, Workspace& workspace, const Error& error, std::function<void()> again);

} // namespace nc
