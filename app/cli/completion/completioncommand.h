#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `completion bash`: a script for bash, made from what the commands declare.
class CompletionCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
