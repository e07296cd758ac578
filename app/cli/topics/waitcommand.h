#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `topics wait T`: waits for the first record that passes a filter.
class TopicsWaitCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
