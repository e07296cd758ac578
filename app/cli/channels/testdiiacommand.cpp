#include "cli/channels/testdiiacommand.h"

#include "channels/channelsecrets.h"
#include "channels/diiatest.h"
#include "channels/errors.h"
#include "channels/netnames.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

int ChannelsTestDiiaCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    const DiiaSettings diia = file->settings().diia;
    if (diia.url.isEmpty() || !netnames::isWebAddress(diia.url))
        return env.fail(Error{errors::noDiia, file->path(), {}});
    const auto token = secret(
        arguments, env, channelsecrets::diiaKey(registryOf(*file)), {diia.secret.section(u':', 1), diiaVaultKey()});
    if (!token)
        return env.fail(token.error());
    const DiiaTarget target{diia.url, *token, arguments.value(u"ca"_s), timeoutOf(arguments)};
    return verdict(testDiia(target, env.task(), [&env](const TestStage& stage) { report(stage, env); }), env);
}

} // namespace nc::cli
