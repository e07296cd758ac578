#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates render DIR CHANNEL/NAME --data FILE`: what a recipient would get.
class TemplatesRenderCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("render")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME")}; }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
