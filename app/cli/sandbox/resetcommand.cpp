#include "cli/sandbox/resetcommand.h"

#include "cli/sandbox/statuswords.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList SandboxResetCommand::words() const
{
    return {u"sandbox"_s, u"reset"_s};
}

QString SandboxResetCommand::summary() const
{
    return tr_("stop the sandbox and delete its data; the next “sandbox up” begins anew");
}

int SandboxResetCommand::run(const Arguments& arguments, Environment& env)
{
    Sandbox sandbox = sandboxOf(arguments);
    const auto pass = env.pass(GuardedProfile{u"sandbox"_s}, Operation::ResetSandbox, {sandbox.folder()});
    if (!pass)
        return env.fail(pass.error());
    const auto status = sandbox.reset(env.task());
    if (!status)
        return env.fail(status.error());
    if (env.json)
        showStatus(*status, env);
    env.say(tr_("The sandbox in %1 is deleted.").arg(status->folder));
    return exitcode::done;
}

} // namespace nc::cli
