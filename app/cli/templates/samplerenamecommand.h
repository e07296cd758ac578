#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates sample rename DIR CHANNEL/NAME SET NEW`.
class TemplatesSampleRenameCommand : public Command {
public:
    QStringList words() const override
    {
        return {QStringLiteral("templates"), QStringLiteral("sample"), QStringLiteral("rename")};
    }
    QString summary() const override;
    QStringList positionals() const override
    {
        return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME"), QStringLiteral("SET"), QStringLiteral("NEW")};
    }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
