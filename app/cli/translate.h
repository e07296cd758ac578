#pragma once

#include <QString>

namespace nc::cli {

/// Translates a sentence of the command line: `tr_("No such topic")`.
QString tr_(const char* text);

} // namespace nc::cli
