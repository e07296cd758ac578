#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates prepare DIR CHANNEL/NAME`: the exact bytes that would be published, or their checksum.
class TemplatesPrepareCommand : public Command {
public:
    QStringList words() const override { return {QStringLiteral("templates"), QStringLiteral("prepare")}; }
    QString summary() const override;
    QStringList positionals() const override { return {QStringLiteral("DIR"), QStringLiteral("CHANNEL/NAME")}; }
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
