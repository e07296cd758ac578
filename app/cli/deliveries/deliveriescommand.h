#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `deliveries` (docs/command-line.md).
class DeliveriesCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("deliveries")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
