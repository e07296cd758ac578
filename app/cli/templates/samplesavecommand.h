#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates sample save DIR CHANNEL/NAME SET`: keeps what is given, what an event brought, or what is made up.
class TemplatesSampleSaveCommand : public Command {
public:
    QStringList words() const override
    {
        return {QStringLiteral("templates"), QStringLiteral("sample"), QStringLiteral("save")};
    }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME"), QStringLiteral("SET")};
    }
    QList<OptionSpec> options() const override;
    QList<OptionRule> rules() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
