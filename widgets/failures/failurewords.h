#pragma once

#include "core/epochms.h"
#include "failures/verdicts/failurerow.h"

namespace nc {

/// "3 days left", "5 h left", "gone" — until `expires`.
QString timeLeft(EpochMs expires);

/// "104 would succeed", "104 of 112 would succeed", "all 8 would fail", "…"; empty where nothing is open.
QString verdictCountWords(const VerdictCounts& counts);

} // namespace nc
