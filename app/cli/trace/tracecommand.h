#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `trace` (docs/command-line.md).
class TraceCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("trace")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
