#include "cli/help.h"

#include "cli/registry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QStringList table(const QList<std::pair<QString, QString>>& rows)
{
    qsizetype width = 0;
    for (const auto& [left, right] : rows)
        width = std::max(width, std::min<qsizetype>(left.size(), 34));
    QStringList lines;
    for (const auto& [left, right] : rows) {
        if (left.size() > width)
            lines += {u"  "_s + left, QString(width + 4, u' ') + right};
        else
            lines += u"  "_s + left.leftJustified(width) + u"  "_s + right;
    }
    return lines;
}

void print(const QStringList& lines, Environment& env)
{
    for (const QString& line : lines)
        env.out().line(line);
}

} // namespace

QList<OptionSpec> globalOptions()
{
    return {
        {u"profile"_s, u"PROFILE"_s, tr_("work with this profile")},
        {u"config-dir"_s, u"DIR"_s, tr_("folder of profiles and settings")},
        {u"json"_s, {}, tr_("one JSON object a line on stdout")},
        {u"quiet"_s, {}, tr_("no words on stderr but errors")},
        {u"lang"_s, u"uk|en"_s, tr_("language of words")},
        {u"yes"_s, {}, tr_("answer every question with yes")},
    };
}

QStringList optionLines(const QList<OptionSpec>& specs)
{
    QList<std::pair<QString, QString>> rows;
    for (const OptionSpec& spec : specs) {
        QString left =
            (spec.shortName.isEmpty() ? QString() : QString(u'-' + spec.shortName + u", "_s)) + u"--"_s + spec.name;
        if (!spec.valueName.isEmpty())
            left += u' ' + spec.valueName;
        rows.append({left, spec.help});
    }
    return table(rows);
}

QStringList ruleLines(const Command& command)
{
    QStringList lines;
    for (const OptionRule& rule : command.rules())
        lines += u"  "_s + rule.words();
    if (!lines.isEmpty())
        lines.prepend({});
    return lines;
}

QString usageOf(const Command& command)
{
    QStringList usage = command.words() + command.positionals();
    if (!command.options().isEmpty())
        usage += tr_("[OPTIONS]");
    return usage.join(u' ');
}

void showGroupHelp(const Registry& registry, const QStringList& group, Environment& env)
{
    env.out().line(tr_("Usage: notifyctl COMMAND [OPTIONS]"));
    env.out().line({});
    QList<std::pair<QString, QString>> rows;
    for (const auto& command : registry.commands()) {
        if (command->words().first(std::min(group.size(), command->words().size())) == group)
            rows.append({command->words().join(u' '), command->summary()});
    }
    print(table(rows), env);
    env.out().line({});
    print(optionLines(globalOptions()), env);
}

void showCommandHelp(const Command& command, Environment& env)
{
    env.out().line(tr_("Usage: %1").arg(u"notifyctl "_s + usageOf(command)));
    print({QString(), command.summary()}, env);
    if (!command.options().isEmpty())
        print(QStringList{QString()} + optionLines(command.options()) + ruleLines(command), env);
    print(QStringList{QString()} + optionLines(globalOptions()), env);
}

} // namespace nc::cli
