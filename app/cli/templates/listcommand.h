#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates list DIR`: what templates a regulation holds.
class TemplatesListCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("list")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR")}; }
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
