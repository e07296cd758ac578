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
    const auto status = sandboxOf(arguments).reset(env.task());
    if (!status)
        return env.fail(status.error());
    if (env.json)
        showStatus(*status, env);
    env.say(tr_("The sandbox in %1 is deleted.").arg(status->folder));
    return exitcode::done;
}

} // namespace nc::cli
