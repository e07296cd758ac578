#include "cli/sandbox/downcommand.h"

#include "cli/sandbox/statuswords.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList SandboxDownCommand::words() const
{
    return {u"sandbox"_s, u"down"_s};
}

QString SandboxDownCommand::summary() const
{
    return tr_("stop the sandbox, keep its data");
}

int SandboxDownCommand::run(const Arguments& arguments, Environment& env)
{
    Sandbox sandbox = sandboxOf(arguments);
    const auto pass = env.pass(GuardedProfile{u"sandbox"_s}, Operation::StopSandbox, {sandbox.folder()});
    if (!pass)
        return env.fail(pass.error());
    const auto status = sandbox.down(env.task());
    if (!status)
        return env.fail(status.error());
    if (env.json)
        showStatus(*status, env);
    env.say(status->exists ? tr_("The sandbox is stopped; its data stay in %1.").arg(status->folder)
                           : tr_("There is no sandbox in %1.").arg(status->folder));
    return exitcode::done;
}

} // namespace nc::cli
