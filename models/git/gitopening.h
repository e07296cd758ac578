#pragma once

#include "git/gitplace.h"

namespace nc {

/// As findClone(); errors::foreignClone as well, unless the clone is trusted (gittrust.h). Any thread.
Result<GitPlace> openClone(const QString& folder);

} // namespace nc
