#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates new DIR CHANNEL/NAME [--from CHANNEL/NAME]`: a template from the channel's starting text, or a copy.
class TemplatesNewCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("new")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
