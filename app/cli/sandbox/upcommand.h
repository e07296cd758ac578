#pragma once

#include "cli/sandbox/sandboxcommand.h"

namespace nc::cli {

/// `sandbox up`: starts what does not run; prints where everything is.
class SandboxUpCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
