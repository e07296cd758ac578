#include "cli/sandbox/upcommand.h"

#include "cli/sandbox/statuswords.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList SandboxUpCommand::words() const
{
    return {u"sandbox"_s, u"up"_s};
}

QString SandboxUpCommand::summary() const
{
    return tr_("start a private PostgreSQL and Kafka with a demo registry");
}

QList<OptionSpec> SandboxUpCommand::options() const
{
    return SandboxCommand::options()
        + QList<OptionSpec>{
            {u"empty"_s, {}, tr_("tables and topics without rows and records")},
            {u"secure"_s, {}, tr_("SSL and SASL listeners with made-up users as well")},
            {u"schema-registry"_s, {}, tr_("a schema registry as well (142 MB, fetched once)")},
        };
}

int SandboxUpCommand::run(const Arguments& arguments, Environment& env)
{
    const SandboxOptions options{.empty = arguments.has(u"empty"_s),
        .secure = arguments.has(u"secure"_s),
        .schemaRegistry = arguments.has(u"schema-registry"_s)};
    Sandbox sandbox = sandboxOf(arguments);
    const auto pass = env.pass(GuardedProfile{u"sandbox"_s}, Operation::StartSandbox,
        {sandbox.folder(), arguments.typed({u"empty"_s, u"secure"_s, u"schema-registry"_s})});
    if (!pass)
        return env.fail(pass.error());
    const auto before = sandbox.status();
    const auto status = sandbox.up(options, **pass, env.task());
    if (!status)
        return env.fail(status.error());
    showStatus(*status, env);
    if (before && before->running)
        env.say(tr_("It was running already."));
    if (before && before->exists && status->record.empty && !options.empty)
        env.say(tr_("This sandbox was made with --empty and stays so; “sandbox reset” makes room for the demo."));
    return exitcode::done;
}

} // namespace nc::cli
