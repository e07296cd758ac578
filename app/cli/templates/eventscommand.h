#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates events CHANNEL/NAME`: real events that use the template, and what they brought it.
class TemplatesEventsCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("events")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("CHANNEL/NAME")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
