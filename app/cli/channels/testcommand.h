#pragma once

#include "channels/teststage.h"
#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// What both connection tests do: one line a stage, exit 1 when one failed.
class ChannelTestCommand : public ChannelsCommand {
public:
    QList<OptionSpec> options() const override;

protected:
    static void report(const TestStage& stage, Environment& env);
    static int verdict(const Result<QList<TestStage>>& stages, Environment& env);
    /// From stdin with --password-stdin, else from the vault or the secret store.
    static Result<QString> secret(
        const Arguments& arguments, Environment& env, const QString& key, const VaultPlace& place);
};

/// `channels test email [--to ADDRESS]`.
class TestEmailCommand : public ChannelTestCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("test"), QStringLiteral("email")};
    }
    QString summary() const override { return tr_("test the mail server stage by stage, or send a test letter"); }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

/// `channels test diia`.
class TestDiiaCommand : public ChannelTestCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("test"), QStringLiteral("diia")};
    }
    QString summary() const override { return tr_("test the connection to Diia"); }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
