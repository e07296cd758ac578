#pragma once

#include "cli/sandbox/sandboxcommand.h"

namespace nc::cli {

/// `sandbox reset`: ends its processes, deletes its data.
class SandboxResetCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
