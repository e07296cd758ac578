#pragma once

#include "cli/channels/testcommand.h"

namespace nc::cli {

/// `channels test diia`.
class ChannelsTestDiiaCommand : public ChannelsTestCommand {
public:
    QStringList words() const override
    {
        return {QStringLiteral("channels"), QStringLiteral("test"), QStringLiteral("diia")};
    }
    QString summary() const override { return tr_("test the connection to Diia"); }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
