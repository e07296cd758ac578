#include "cli/command.h"

namespace nc::cli {

QString Arguments::typed(const QStringList& names) const
{
    QStringList words;
    for (const QString& name : names) {
        for (const QString& value : options.value(name)) {
            words += QStringLiteral("--") + name;
            words += value;
        }
        if (has(name) && options.value(name).isEmpty())
            words += QStringLiteral("--") + name;
    }
    return words.join(u' ');
}

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
