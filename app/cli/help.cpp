#include "cli/help.h"

#include "cli/registry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void table(const QList<std::pair<QString, QString>>& rows, Environment& env)
{
    qsizetype width = 0;
    for (const auto& [left, right] : rows)
        width = std::max(width, std::min<qsizetype>(left.size(), 34));
    for (const auto& [left, right] : rows) {
        if (left.size() > width) {
            env.out().line(u"  "_s + left);
            env.out().line(QString(width + 4, u' ') + right);
        } else {
            env.out().line(u"  "_s + left.leftJustified(width) + u"  "_s + right);
        }
    }
}

void optionTable(const QList<OptionSpec>& specs, Environment& env)
{
    QList<std::pair<QString, QString>> rows;
    for (const OptionSpec& spec : specs) {
        QString left =
            (spec.shortName.isEmpty() ? QString() : QString(u'-' + spec.shortName + u", "_s)) + u"--"_s + spec.name;
        if (!spec.valueName.isEmpty())
            left += u' ' + spec.valueName;
        rows.append({left, spec.help});
    }
    table(rows, env);
}

} // namespace

QList<OptionSpec> globalOptions()
{
    return {
        {u"profile"_s, u"NAME"_s, tr_("work with this profile")},
        {u"config-dir"_s, u"DIR"_s, tr_("folder of profiles and settings")},
        {u"json"_s, {}, tr_("one JSON object a line on stdout")},
        {u"quiet"_s, {}, tr_("no words on stderr but errors")},
        {u"lang"_s, u"uk|en"_s, tr_("language of words")},
        {u"yes"_s, {}, tr_("answer every question with yes")},
        {u"trust-clone"_s, u"DIR"_s, tr_("trust the clone there although it is somebody else's; kept")},
    };
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
    table(rows, env);
    env.out().line({});
    optionTable(globalOptions(), env);
}

void showCommandHelp(const Command& command, Environment& env)
{
    QStringList usage{u"notifyctl"_s};
    usage += command.words();
    usage += command.positionals();
    if (!command.options().isEmpty())
        usage += tr_("[OPTIONS]");
    env.out().line(tr_("Usage: %1").arg(usage.join(u' ')));
    env.out().line({});
    env.out().line(command.summary());
    if (!command.options().isEmpty()) {
        env.out().line({});
        optionTable(command.options(), env);
    }
    env.out().line({});
    optionTable(globalOptions(), env);
}

} // namespace nc::cli
