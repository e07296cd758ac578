#include "cli/channels/testcommand.h"

#include "channels/channelsecrets.h"
#include "cli/stagetext.h"
#include "core/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsTestCommand::options() const
{
    return {passwordOption(), {u"ca"_s, u"FILE"_s, tr_("authorities to trust, PEM (else the system's)")},
        {u"timeout"_s, u"DURATION"_s, tr_("how long to wait for the server (20s)")}, registryOption()};
}

Result<int> ChannelsTestCommand::timeoutOf(const Arguments& arguments)
{
    if (!arguments.has(u"timeout"_s))
        return 20'000;
    const auto duration = parseDuration(arguments.value(u"timeout"_s));
    return duration ? Result<int>(static_cast<int>(std::clamp<qint64>(duration->count(), 100, 600'000)))
                    : nc::fail(duration.error());
}

void ChannelsTestCommand::report(const TestStage& stage, Environment& env)
{
    if (env.json)
        env.out().json(stageJson(stage, env.language));
    else
        env.out().line(stageLine(stage, env.language));
    env.out().flush();
}

int ChannelsTestCommand::verdict(const Result<QList<TestStage>>& stages, Environment& env)
{
    if (!stages)
        return env.fail(stages.error());
    const bool failed =
        std::any_of(stages->cbegin(), stages->cend(), [](const TestStage& stage) { return stage.error.has_value(); });
    return failed ? exitcode::failed : exitcode::done;
}

Result<QString> ChannelsTestCommand::secret(
    const Arguments& arguments, Environment& env, const QString& key, const VaultPlace& place)
{
    if (arguments.has(u"password-stdin"_s))
        return env.readPassword(tr_("Password"));
    const auto vault = vaultOf(arguments, env);
    if (!vault)
        return nc::fail(vault.error());
    return channelsecrets::find(*env.secretStore(), *vault, key, place, env.task());
}

} // namespace nc::cli
