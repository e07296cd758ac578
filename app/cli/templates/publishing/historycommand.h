#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `templates history [CHANNEL/NAME] [--at TIME]`
class HistoryCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

/// `templates history show CHANNEL/NAME (--number N | --at TIME) [--diff [--against N]] [--data FILE] [-o FILE]`
class HistoryShowCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

/// `templates restore CHANNEL/NAME (--number N | --at TIME) [--dry-run]`
class RestoreCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QStringList positionals() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
