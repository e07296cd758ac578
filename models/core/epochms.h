#pragma once

#include <QtGlobal>

namespace nc {

/// Milliseconds since the epoch, UTC.
using EpochMs = qint64;

} // namespace nc
