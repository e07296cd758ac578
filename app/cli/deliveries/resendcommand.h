#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `deliveries resend` (docs/command-line.md).
class DeliveriesResendCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("deliveries"), QStringLiteral("resend")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
