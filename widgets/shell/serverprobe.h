#pragma once

#include "connections/profile.h"
#include "core/result.h"
#include "core/task.h"

#include <functional>

namespace nc {

/// One server whose state the top of the window shows. The composition root says how it is asked.
struct ServerProbe {
    const char* name; ///< untranslated, QT_TRANSLATE_NOOP("servers", …)
    const char* objectName;
    /// Empty: this profile has no such server.
    std::function<bool(const Profile&)> configured;
    /// Made in the GUI thread, run in another: blocks at most some seconds and gives a short description (version,
    /// number of brokers).
    std::function<std::function<Result<QString>(TaskContext&)>()> question;
    /// Around the answer ("brokers: %1"), untranslated like the name; empty: it speaks for itself.
    const char* words = "";
};

} // namespace nc
