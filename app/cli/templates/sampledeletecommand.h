#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates sample delete DIR CHANNEL/NAME SET`.
class TemplatesSampleDeleteCommand : public Command {
public:
    QStringList words() const override
    {
        return {QStringLiteral("templates"), QStringLiteral("sample"), QStringLiteral("delete")};
    }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME"), QStringLiteral("SET")};
    }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
