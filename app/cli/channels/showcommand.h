#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels show`: the typed settings.
class ChannelsShowCommand : public ChannelsCommand {
public:
    QStringList words() const override { return {QStringLiteral("channels"), QStringLiteral("show")}; }
    QString summary() const override { return tr_("show the channels' settings"); }
    QList<OptionSpec> options() const override { return {registryOption()}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
