#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates impact [DIR] CHANNEL/NAME [--last N] [--diff]`
class TemplatesImpactCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
