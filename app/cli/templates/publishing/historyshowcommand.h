#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates history show CHANNEL/NAME (--number N | --at TIME) [--diff [--against N]] [--data FILE] [-o FILE]`
class TemplatesHistoryShowCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
