#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `topics read T`: records of a topic, chosen by range and filter.
class TopicsReadCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
