#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles add`: stores a connection; it never becomes active by that.
class ProfilesAddCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
