#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `dlt ledger` (docs/command-line.md).
class DltLedgerCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("dlt"), QStringLiteral("ledger")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("TOPIC")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
