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

/// `sandbox status`: where it is and what of it runs. Exit 0 in any case.
class SandboxStatusCommand : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

/// `sandbox down`: ends its processes, keeps its data.
class SandboxDown : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

/// `sandbox reset`: ends its processes, deletes its data.
class SandboxReset : public SandboxCommand {
public:
    QStringList words() const override;
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
