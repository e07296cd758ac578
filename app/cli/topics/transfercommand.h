#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `topics transfer T1 T2`: takes records from one topic to another, and filters, checks, splits and drops duplicates
/// on the way.
class TopicsTransferCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
