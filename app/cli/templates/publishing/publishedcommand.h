#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates published`
class TemplatesPublishedCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
