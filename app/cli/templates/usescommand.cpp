#include "cli/templates/usescommand.h"

#include "templates/source/regulation.h"
#include "templates/source/templateuses.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesUsesCommand::summary() const
{
    return tr_("which business processes name which template");
}

int TemplatesUsesCommand::run(const Arguments& arguments, Environment& env)
{
    const auto regulation = scanRegulation(arguments.positional.first());
    if (!regulation)
        return env.fail(regulation.error());
    const auto uses = templateUses(arguments.positional.first(), env.task());
    if (!uses)
        return env.fail(uses.error());
    qsizetype missing = 0;
    for (const TemplateUse& use : *uses) {
        QStringList channels;
        for (const TemplateDirectory& one : regulation->templates) {
            if (one.key.name == use.name)
                channels += channelName(one.key.channel);
        }
        const bool absent = channels.isEmpty() && !use.isExpression;
        missing += absent ? 1 : 0;
        if (env.json) {
            env.out().json({{u"path"_s, use.file}, {u"line"_s, use.line}, {u"process"_s, use.process},
                {u"activity"_s, use.activity}, {u"name"_s, use.name},
                {u"channels"_s, QJsonArray::fromStringList(channels)}, {u"expression"_s, use.isExpression},
                {u"missing"_s, absent}});
            continue;
        }
        const QString where = use.isExpression ? tr_("known only when it runs")
            : absent                           ? tr_("no such template")
                                               : channels.join(u", "_s);
        env.out().line(u"%1:%2: %3 (%4)"_s.arg(use.file).arg(use.line).arg(use.name, where));
    }
    env.say(tr_("Places: %1, of missing templates: %2").arg(uses->size()).arg(missing));
    return missing > 0 ? exitcode::problems : exitcode::done;
}

} // namespace nc::cli
