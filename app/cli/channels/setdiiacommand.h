#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels set diia --url U` (or --remove).
class ChannelsSetDiiaCommand : public ChannelsCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("set"), QStringLiteral("diia")};
    }
    QString summary() const override { return tr_("set the Diia channel in values.yaml"); }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
