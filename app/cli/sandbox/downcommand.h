#pragma once

#include "cli/sandbox/sandboxcommand.h"

namespace nc::cli {

/// `sandbox down`: ends its processes, keeps its data.
class SandboxDownCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
