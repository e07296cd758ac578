#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt replay` (docs/command-line.md).
class DltReplayCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("replay")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("TOPIC")}; }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
