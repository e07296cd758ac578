#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt list` (docs/command-line.md).
class DltListCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("list")}; }
    QString summary() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
