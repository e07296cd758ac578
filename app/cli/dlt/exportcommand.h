#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt export` (docs/command-line.md).
class DltExportCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("export")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("TOPIC")}; }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
