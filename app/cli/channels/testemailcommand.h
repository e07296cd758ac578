#pragma once

#include "cli/channels/testcommand.h"

namespace nc::cli {

/// `channels test email [--to ADDRESS]`.
class ChannelsTestEmailCommand : public ChannelsTestCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("test"), QStringLiteral("email")};
    }
    QString summary() const override { return tr_("test the mail server stage by stage, or send a test letter"); }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
