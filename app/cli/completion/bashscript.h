#pragma once

#include <QString>

namespace nc::cli {

class Registry;

/// A completion script for bash: words of commands, their options, the values of options that are choices, files,
/// folders and profiles.
QString bashCompletion(const Registry& registry);

} // namespace nc::cli
