#pragma once

#include "cli/sandbox/sandboxcommand.h"

namespace nc::cli {

/// `sandbox status`: where it is and what of it runs. Exit 0 in any case.
class SandboxStatusCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
