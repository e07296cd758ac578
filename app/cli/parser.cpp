#include "cli/parser.h"

#include "cli/help.h"
#include "cli/registry.h"
#include "cli/values.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

bool isOption(const QString& argument)
{
    return argument.startsWith(u'-') && argument.size() > 1;
}

bool takesNext(const QList<OptionSpec>& specs, const QString& argument)
{
    return std::any_of(specs.begin(), specs.end(), [&](const OptionSpec& spec) {
        return !spec.valueName.isEmpty()
            && (argument == u"--"_s + spec.name || (!spec.shortName.isEmpty() && argument == u'-' + spec.shortName));
    });
}

bool leadsOn(const Registry& registry, const QStringList& words)
{
    return std::any_of(registry.commands().begin(), registry.commands().end(), [&](const auto& command) {
        const QStringList path = command->words();
        return path.size() >= words.size() && path.first(words.size()) == words;
    });
}

/// Help is asked for only by an option of its own, not by the value of another one.
bool asksForHelp(const QStringList& rest, const QList<OptionSpec>& specs)
{
    for (qsizetype i = 0; i < rest.size() && rest[i] != u"--"; ++i) {
        if (rest[i] == u"--help" || rest[i] == u"-h")
            return true;
        if (takesNext(specs, rest[i]))
            ++i;
    }
    return false;
}

/// Of the options: a value that is none, or a rule that is broken.
QString problemOf(const Command& command, const Arguments& arguments, const QList<OptionSpec>& specs, Language language)
{
    for (const OptionSpec& spec : specs) {
        for (const QString& value : arguments.values(spec.name)) {
            if (const QString problem = problemOf(spec, value, language); !problem.isEmpty())
                return problem;
        }
    }
    for (const OptionRule& rule : command.rules()) {
        if (!rule.holds(arguments))
            return rule.words();
    }
    return {};
}

} // namespace

SplitLine splitLine(const Registry& registry, const QStringList& arguments)
{
    SplitLine line;
    const QList<OptionSpec> globals = globalOptions();
    qsizetype i = 0;
    for (; i < arguments.size() && arguments[i] != u"--"; ++i) {
        const QString& argument = arguments[i];
        if (isOption(argument)) {
            line.rest += argument;
            line.version = line.version || argument == u"--version";
            if (takesNext(globals, argument) && i + 1 < arguments.size())
                line.rest += arguments[++i];
        } else if (leadsOn(registry, line.words + QStringList{argument})) {
            line.words += argument;
            line.command = registry.find(line.words);
        } else {
            break;
        }
        // From here on an option may be the command's own; only a command can go on into a longer one.
        if (line.command && line.command->words().size() == line.words.size() && i + 1 < arguments.size()
            && !leadsOn(registry, line.words + QStringList{arguments[i + 1]})) {
            ++i;
            break;
        }
    }
    if (!line.command && i < arguments.size())
        line.stranger = arguments[i];
    line.rest += arguments.mid(i);
    line.help = asksForHelp(line.rest, line.command ? line.command->options() + globals : globals);
    return line;
}

Typed<Arguments> parseArguments(const Command& command, const QStringList& rest, Language language)
{
    const QList<OptionSpec> specs = command.options() + globalOptions();
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    for (const OptionSpec& spec : specs) {
        QStringList names{spec.name};
        if (!spec.shortName.isEmpty())
            names += spec.shortName;
        parser.addOption(QCommandLineOption(names, spec.help, spec.valueName));
    }
    const QString name = command.words().join(u' ');
    if (!parser.parse(QStringList{u"notifyctl"_s} + rest)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (unknown.isEmpty())
            return std::unexpected(parser.errorText());
        const QString dashes = unknown.first().size() == 1 ? u"-"_s : u"--"_s;
        return std::unexpected(
            tr_("there is no option “%1”; “notifyctl %2 --help” lists them").arg(dashes + unknown.first(), name));
    }
    Arguments parsed;
    parsed.positional = parser.positionalArguments();
    for (const OptionSpec& spec : specs) {
        if (parser.isSet(spec.name))
            parsed.options.insert(spec.name, parser.values(spec.name));
    }
    if (const QString problem = problemOf(command, parsed, specs, language); !problem.isEmpty())
        return std::unexpected(problem);
    if (parsed.positional.size() < command.minimumPositionals())
        return std::unexpected(tr_("“%1” is missing; “notifyctl %2 --help” explains")
                                   .arg(command.positionals().value(parsed.positional.size()), name));
    if (parsed.positional.size() > command.maximumPositionals())
        return std::unexpected(tr_("“%1” is one argument too many; “notifyctl %2 --help” explains")
                                   .arg(parsed.positional[command.maximumPositionals()], name));
    return parsed;
}

QString earlyValue(const QStringList& arguments, const QString& option)
{
    QString value;
    const QString name = u"--"_s + option;
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != u"--"; ++i) {
        if (arguments[i] == name)
            value = arguments.value(i + 1);
        else if (arguments[i].startsWith(name + u'='))
            value = arguments[i].mid(name.size() + 1);
    }
    return value;
}

} // namespace nc::cli
