#pragma once

#include <QString>

namespace nc::cli {

class Registry;

/// The reference of every verb and option for docs/command-line.md, in Markdown, from the tables that the program
/// itself works by; in the language of the moment.
QString commandReference(const Registry& registry);

} // namespace nc::cli
