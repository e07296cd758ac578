#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates sample list DIR CHANNEL/NAME`: the named sets of sample data.
class TemplatesSampleListCommand : public Command {
public:
    QStringList words() const override
    {
        return {QStringLiteral("templates"), QStringLiteral("sample"), QStringLiteral("list")};
    }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME")}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
