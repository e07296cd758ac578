#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `deliveries discard` (docs/command-line.md).
class DeliveriesDiscardCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("deliveries"), QStringLiteral("discard")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
