#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates variables DIR CHANNEL/NAME`: what a template reads of its data.
class TemplatesVariablesCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("variables")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
