#pragma once

#include "cli/channels/channelscommand.h"

namespace nc::cli {

/// `channels commit -m TEXT [--push]`: commits values.yaml and offers it for review.
class ChannelsCommitCommand : public ChannelsCommand {
public:
    QStringList words() const override { return {QStringLiteral("channels"), QStringLiteral("commit")}; }
    QString summary() const override { return tr_("commit values.yaml and offer it for review"); }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
