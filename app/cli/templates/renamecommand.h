#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates rename DIR CHANNEL/NAME NAME`: another name for the directory and, if asked, in the processes that use
/// it.
class TemplatesRenameCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("rename")}; }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME"), QStringLiteral("NEW-NAME")};
    }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
