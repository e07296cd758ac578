#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates shelf-life` (docs/command-line.md).
class TemplatesShelfLifeCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("shelf-life")}; }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("[CHANNEL/NAME]"), QStringLiteral("[DURATION|none|default]")};
    }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
