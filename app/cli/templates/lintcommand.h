#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates lint DIR`: everything wrong; exit 3 when an error (with --strict also a warning) is among it.
class TemplatesLintCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("lint")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR")}; }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
