#include "cli/completion/completioncommand.h"

#include "cli/completion/bashscript.h"
#include "cli/registry.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList CompletionCommand::words() const
{
    return {u"completion"_s};
}

QString CompletionCommand::summary() const
{
    return tr_("print the completion script: source <(notifyctl completion bash)");
}

QStringList CompletionCommand::positionals() const
{
    return {u"bash"_s};
}

int CompletionCommand::run(const Arguments& arguments, Environment& env)
{
    if (arguments.positional.first() != u"bash")
        return env.usage(tr_("completion is there for bash"));
    env.out().write(bashCompletion(Registry::all()).toUtf8());
    return exitcode::done;
}

} // namespace nc::cli
