#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt keep`: what its topic is about to lose, into a file.
class DltKeepCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("keep")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("TOPIC")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
