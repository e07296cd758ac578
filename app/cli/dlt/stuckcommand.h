#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt stuck` (docs/command-line.md).
class DltStuckCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("stuck")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("[P:O]")}; }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
