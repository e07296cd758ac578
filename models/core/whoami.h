#pragma once

#include <QString>

namespace nc {

/// The user of this process, as the system knows it.
QString userName();
QString hostName();
/// user@host
QString whoAmI();

} // namespace nc
