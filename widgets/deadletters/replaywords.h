#pragma once

#include "deadletters/replayrequest.h"

#include <QString>

namespace nc {

/// Why a record was left out or failed, in the window's language; empty when it went.
QString replayReason(const ReplayResult& result);

} // namespace nc
