#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt show` (docs/command-line.md).
class DltShowCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("show")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("TOPIC")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
