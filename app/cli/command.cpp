#include "cli/command.h"

namespace nc::cli {

int Command::minimumPositionals() const
{
    int count = 0;
    for (const QString& word : positionals())
        count += word.startsWith(u'[') ? 0 : 1;
    return count;
}

int Command::maximumPositionals() const
{
    return static_cast<int>(positionals().size());
}

} // namespace nc::cli
