#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `activity [--since TIME] [--filter F] [--format json|csv]`: the journal of both programs, joined with the ledger.
class ActivityCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("activity")}; }
    QString summary() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
