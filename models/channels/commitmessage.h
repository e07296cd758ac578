#pragma once

#include "channels/channelsettings.h"

namespace nc {

/// A commit message proposed from what has changed: a subject of at most 72 characters, a blank line, one line for each
/// change. In English, as commits are. Secrets and their places are not named. Empty when nothing has changed.
QString commitMessage(const ChannelSettings& before, const ChannelSettings& after);

} // namespace nc
