#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles use`: makes one the active profile.
class ProfilesUseCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
