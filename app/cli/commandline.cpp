#include "cli/commandline.h"

#include "cli/help.h"
#include "cli/registry.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QList<OptionSpec> allOptions(const Command& command)
{
    return command.options() + globalOptions();
}

void declare(QCommandLineParser& parser, const QList<OptionSpec>& specs)
{
    for (const OptionSpec& spec : specs) {
        QStringList names{spec.name};
        if (!spec.shortName.isEmpty())
            names.append(spec.shortName);
        QCommandLineOption option(names, spec.help, spec.valueName);
        parser.addOption(option);
    }
}

/// The leading words of a command line, jumping over global options that may stand before the verb.
QStringList leadingWords(const QStringList& arguments, QStringList* rest)
{
    QStringList words;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument.startsWith(u'-') && argument.size() > 1) {
            rest->append(argument);
            for (const OptionSpec& spec : globalOptions()) {
                if (!spec.valueName.isEmpty() && argument == u"--"_s + spec.name && i + 1 < arguments.size())
                    rest->append(arguments[++i]);
            }
            // Before the verb only global options can stand; after two words anything may be an option's value.
            continue;
        }
        words = arguments.mid(i);
        break;
    }
    return words;
}

void takeGlobals(const Arguments& arguments, Environment& env)
{
    if (arguments.has(u"profile"_s))
        env.profileName = arguments.value(u"profile"_s);
    if (arguments.has(u"config-dir"_s))
        env.configDir = arguments.value(u"config-dir"_s);
    env.json = env.json || arguments.has(u"json"_s);
    env.quiet = env.quiet || arguments.has(u"quiet"_s);
    env.yes = env.yes || arguments.has(u"yes"_s);
}

} // namespace

int runCommandLine(const Registry& registry, const QStringList& arguments, Environment& env)
{
    QStringList before;
    const QStringList words = leadingWords(arguments, &before);
    Command* command = registry.find(words);
    const bool wantsHelp = arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s) || words.value(0) == u"help";
    if (!command) {
        if (before.contains(u"--version"_s) || words.value(0) == u"version") {
            showVersion(env);
            return exitcode::done;
        }
        if (wantsHelp) {
            showGroupHelp(registry, words.value(0) == u"help" ? words.mid(1) : words, env);
            return exitcode::done;
        }
        if (words.isEmpty())
            return env.usage(tr_("name a command; “notifyctl --help” lists them"));
        return env.usage(
            tr_("there is no command “%1”; “notifyctl --help” lists them").arg(words.mid(0, 2).join(u' ')));
    }
    if (wantsHelp) {
        showCommandHelp(*command, env);
        return exitcode::done;
    }

    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    declare(parser, allOptions(*command));
    if (!parser.parse(QStringList{u"notifyctl"_s} + before + words.mid(command->words().size())))
        return env.usage(parser.errorText());
    Arguments parsed;
    parsed.positional = parser.positionalArguments();
    for (const OptionSpec& spec : allOptions(*command)) {
        if (parser.isSet(spec.name))
            parsed.options.insert(spec.name, parser.values(spec.name));
    }
    takeGlobals(parsed, env);
    if (parsed.positional.size() < command->minimumPositionals())
        return env.usage(tr_("“%1” is missing; “notifyctl %2 --help” explains")
                             .arg(command->positionals().value(parsed.positional.size()), command->words().join(u' ')));
    if (parsed.positional.size() > command->maximumPositionals())
        return env.usage(tr_("“%1” is one argument too many").arg(parsed.positional[command->maximumPositionals()]));
    const int code = command->run(parsed, env);
    env.out().flush();
    if (env.out().broken() && code == exitcode::done)
        return exitcode::failed;
    return code;
}

} // namespace nc::cli
