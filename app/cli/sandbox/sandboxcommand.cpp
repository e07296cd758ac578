#include "cli/sandbox/sandboxcommand.h"

#include "cli/sandbox/statuswords.h"
#include "connections/configfolder.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> SandboxCommand::options() const
{
    return {{u"dir"_s, u"DIR"_s, tr_("folder of the sandbox")}};
}

Sandbox SandboxCommand::sandboxOf(const Arguments& arguments)
{
    const QString chosen = arguments.value(u"dir"_s);
    return Sandbox(chosen.isEmpty() ? defaultSandboxFolder() : chosen);
}

QStringList SandboxStatusCommand::words() const
{
    return {u"sandbox"_s, u"status"_s};
}

QString SandboxStatusCommand::summary() const
{
    return tr_("say where the sandbox is and whether it runs");
}

int SandboxStatusCommand::run(const Arguments& arguments, Environment& env)
{
    const auto status = sandboxOf(arguments).status();
    if (!status)
        return env.fail(status.error());
    showStatus(*status, env);
    return exitcode::done;
}

QStringList SandboxDown::words() const
{
    return {u"sandbox"_s, u"down"_s};
}

QString SandboxDown::summary() const
{
    return tr_("stop the sandbox, keep its data");
}

int SandboxDown::run(const Arguments& arguments, Environment& env)
{
    const auto status = sandboxOf(arguments).down(env.task());
    if (!status)
        return env.fail(status.error());
    if (env.json)
        showStatus(*status, env);
    env.say(status->exists ? tr_("The sandbox is stopped; its data stay in %1.").arg(status->folder)
                           : tr_("There is no sandbox in %1.").arg(status->folder));
    return exitcode::done;
}

QStringList SandboxReset::words() const
{
    return {u"sandbox"_s, u"reset"_s};
}

QString SandboxReset::summary() const
{
    return tr_("stop the sandbox and delete its data; the next “sandbox up” begins anew");
}

int SandboxReset::run(const Arguments& arguments, Environment& env)
{
    const auto status = sandboxOf(arguments).reset(env.task());
    if (!status)
        return env.fail(status.error());
    if (env.json)
        showStatus(*status, env);
    env.say(tr_("The sandbox in %1 is deleted.").arg(status->folder));
    return exitcode::done;
}

} // namespace nc::cli
