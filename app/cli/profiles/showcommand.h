#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles show`: one profile, with the names of the passwords that are kept, never the passwords.
class ProfilesShowCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
