#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels resources`: what the settings result in on the cluster, values of secrets hidden.
class ChannelsResourcesCommand : public ChannelsCommand {
public:
    QStringList words() const override { return {QStringLiteral("channels"), QStringLiteral("resources")}; }
    QString summary() const override { return tr_("show what results on the cluster, secrets hidden"); }
    QList<OptionSpec> options() const override { return {registryOption()}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
