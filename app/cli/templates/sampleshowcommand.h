#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates sample show DIR CHANNEL/NAME SET`: the JSON of a set.
class TemplatesSampleShowCommand : public Command {
public:
    QStringList words() const override
    {
        return {QStringLiteral("templates"), QStringLiteral("sample"), QStringLiteral("show")};
    }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME"), QStringLiteral("SET")};
    }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
