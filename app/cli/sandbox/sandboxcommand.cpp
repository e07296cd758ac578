#include "cli/sandbox/sandboxcommand.h"

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

} // namespace nc::cli
