#pragma once

#include "channels/channelproblem.h"
#include "yaml/yamldocument.h"

namespace nc {

/// All that is wrong with the channels of a file, in the order of the file. `path` is what the problems name.
QList<ChannelProblem> checkChannels(const YamlDocument& document, const QString& path);

/// A file that is not YAML, as the one problem it has.
ChannelProblem unreadable(const Error& error, const QString& path);

} // namespace nc
