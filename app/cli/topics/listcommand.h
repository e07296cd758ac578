#pragma once

#include "cli/command.h"

namespace nc::cli {

/// `topics list`: topics with purpose, figures, groups and their dead-letter topics.
class TopicsListCommand : public Command {
public:
    QStringList words() const override;
    QString summary() const override;
    QList<OptionSpec> options() const override;
    int run(const Arguments& arguments, Environment& env) override;
};

} // namespace nc::cli
