#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `profiles test`: asks the servers; one line for each thing that was looked at.
class ProfilesTestCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
