#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles remove`: removes one together with its passwords.
class ProfilesRemoveCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
