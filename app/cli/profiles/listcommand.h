#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles list`: all profiles, and the sandbox when it runs.
class ProfilesListCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
