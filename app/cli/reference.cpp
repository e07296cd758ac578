#include "cli/reference.h"

#include "cli/help.h"
#include "cli/registry.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString commandReference(const Registry& registry)
{
    QStringList lines{u"Everywhere:"_s, {}, u"```"_s};
    lines += optionLines(globalOptions());
    lines += u"```"_s;
    QString group;
    for (const auto& command : registry.commands()) {
        const QString first = command->words().first();
        if (first != group) {
            group = first;
            lines += {QString(), u"### `%1`"_s.arg(group)};
        }
        lines += {QString(), u"**`%1`**: %2"_s.arg(usageOf(*command), command->summary())};
        const QStringList options = optionLines(command->options());
        const QStringList rules = ruleLines(*command);
        if (!options.isEmpty())
            lines += QStringList{QString(), u"```"_s} + options + rules + QStringList{u"```"_s};
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace nc::cli
