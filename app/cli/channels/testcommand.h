#pragma once

#include "channels/teststage.h"
#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// What both connection tests do: one line a stage, exit 1 when one failed.
class ChannelsTestCommand : public ChannelsCommand {
public:
    QList<OptionSpec> options() const override;

protected:
    static void report(const TestStage& stage, Environment& env);
    /// --timeout in milliseconds, between 100 ms and 10 minutes; 20 s when it is not there.
    static int timeoutOf(const Arguments& arguments);
    static int verdict(const Result<QList<TestStage>>& stages, Environment& env);
    /// From stdin with --password-stdin, else from the vault or the secret store.
    static Result<QString> secret(
        const Arguments& arguments, Environment& env, const QString& key, const VaultPlace& place);
};

} // namespace nc::cli
