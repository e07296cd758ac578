#include "cli/command.h"

#include <QCoreApplication>

namespace nc::cli {

std::optional<EpochMs> Arguments::time(const QString& name) const
{
    const auto read = has(name) ? parseTime(value(name)) : Result<EpochMs>(-1);
    return has(name) && read ? std::optional(*read) : std::nullopt;
}

std::chrono::milliseconds Arguments::duration(const QString& name, std::chrono::milliseconds otherwise) const
{
    return has(name) ? parseDuration(value(name)).value_or(otherwise) : otherwise;
}

std::optional<qint64> Arguments::number(const QString& name) const
{
    return has(name) ? std::optional(value(name).toLongLong()) : std::nullopt;
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

QString tr_(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace nc::cli
