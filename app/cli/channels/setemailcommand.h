#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels set email --type internal|external [--host --port --address]`.
class ChannelsSetEmailCommand : public ChannelsCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("set"), QStringLiteral("email")};
    }
    QString summary() const override { return tr_("set the mail server in values.yaml"); }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
