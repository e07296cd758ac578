#pragma once

#include "failures/sending/sendingresult.h"

#include <QString>

namespace nc {

/// Why a record was left out or failed, in the window's language; empty when it went.
QString replayReason(const ReplayResult& result);
/// The choice to send what is held for that reason all the same: "Also send the 9 that are too late".
QString holdWords(SkipReason reason, qint64 count);

} // namespace nc
