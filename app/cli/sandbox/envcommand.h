#pragma once

#include "cli/sandbox/sandboxcommand.h"

namespace nc::cli {

/// `sandbox env`: lines for a shell, `eval "$(notifyctl sandbox env)"`.
class SandboxEnvCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
