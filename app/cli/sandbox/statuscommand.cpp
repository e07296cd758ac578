#include "cli/sandbox/statuscommand.h"

#include "cli/sandbox/statuswords.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

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

} // namespace nc::cli
