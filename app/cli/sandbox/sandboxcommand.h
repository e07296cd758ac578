#pragma once

#include "cli/command.h"
#include "sandbox/sandbox.h"

namespace nc::cli {

/// What the sandbox's verbs share: the folder that they work on.
class SandboxCommand : public Command {
public:
    QList<OptionSpec> options() const override;

protected:
    /// --dir, else the usual folder.
    static Sandbox sandboxOf(const Arguments& arguments);
};

} // namespace nc::cli
