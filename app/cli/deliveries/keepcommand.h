#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `deliveries keep`: audit records of failed deliveries, before audit-events loses them.
class DeliveriesKeepCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("deliveries"), QStringLiteral("keep")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
