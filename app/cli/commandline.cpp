#include "cli/commandline.h"

#include "cli/help.h"
#include "cli/parser.h"
#include "cli/registry.h"
#include "cli/version.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "git/gittrust.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

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

/// Which clones of other people may be looked at, as the settings keep it, and one more.
Result<void> takeTrust(const Arguments& arguments, const Environment& env)
{
    Settings settings(env.configFolder());
    gittrust::set(settings.get(settings::trustedClones));
    if (!arguments.has(u"trust-clone"_s))
        return {};
    const auto trusted = gittrust::add(arguments.value(u"trust-clone"_s));
    return trusted ? settings.set(settings::trustedClones, *trusted) : nc::fail(trusted.error());
}

/// What is answered without a command: help, version, or what is wrong.
int answerWithoutCommand(const Registry& registry, const SplitLine& line, Environment& env)
{
    env.json = env.json || line.rest.contains(u"--json");
    if (line.version || line.stranger == u"version") {
        showVersion(env);
        return exitcode::done;
    }
    if (!line.stranger.isEmpty() && line.stranger != u"--")
        return env.usage(tr_("there is no command “%1”; “notifyctl --help” lists them")
                             .arg((line.words + QStringList{line.stranger}).join(u' ')));
    if (line.help) {
        showGroupHelp(registry, line.words, env);
        return exitcode::done;
    }
    for (const QString& argument : line.rest) {
        const QString name = argument.section(u'=', 0, 0);
        const QList<OptionSpec> globals = globalOptions();
        const bool known = std::any_of(
            globals.begin(), globals.end(), [&](const OptionSpec& spec) { return name == u"--"_s + spec.name; });
        if (argument.startsWith(u'-') && argument != u"--" && !known)
            return env.usage(tr_("there is no option “%1”; “notifyctl --help” lists them").arg(name));
    }
    if (line.words.isEmpty())
        return env.usage(tr_("name a command; “notifyctl --help” lists them"));
    return env.usage(tr_("“%1” needs a further word; “notifyctl %1 --help” lists them").arg(line.words.join(u' ')));
}

} // namespace

int runCommandLine(const Registry& registry, const QStringList& arguments, Environment& env)
{
    // "help topics read" is "topics read --help".
    const bool helpFirst = arguments.value(0) == u"help";
    SplitLine line = splitLine(registry, helpFirst ? arguments.mid(1) : arguments);
    line.help = line.help || helpFirst;
    int code = exitcode::done;
    if (!line.command) {
        code = answerWithoutCommand(registry, line, env);
    } else if (line.help) {
        showCommandHelp(*line.command, env);
    } else {
        const auto parsed = parseArguments(*line.command, line.rest);
        if (!parsed)
            return env.usage(parsed.error());
        takeGlobals(*parsed, env);
        const auto trusted = takeTrust(*parsed, env);
        code = trusted ? line.command->run(*parsed, env) : env.fail(trusted.error());
    }
    return env.finish(code);
}

} // namespace nc::cli
