#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates uses DIR`: which business processes name which template; exit 3 when one names a missing one.
class TemplatesUsesCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("uses")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR")}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
