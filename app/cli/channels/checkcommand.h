#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels check`: problems with file, line, key; exit 3 when something has to be mended.
class ChannelsCheckCommand : public ChannelsCommand {
public:
    QStringList words() const override { return {QStringLiteral("channels"), QStringLiteral("check")}; }
    QString summary() const override { return tr_("find problems in the channels' settings"); }
    QList<OptionSpec> options() const override { return {registryOption()}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
