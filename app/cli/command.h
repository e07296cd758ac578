#pragma once

#include "cli/environment.h"
#include "cli/exitcodes.h"
#include "cli/translate.h"
#include "core/task.h"

#include <QMap>
#include <QStringList>

namespace nc::cli {

/// One option as data: parser, help and shell completion are made from it.
struct OptionSpec {
    QString name; ///< without dashes
    QString valueName; ///< empty: a switch
    QString help; ///< already translated
    QString shortName = {};
};

/// What the person typed after the verb's words. A missing option gives an empty string.
class Arguments {
public:
    QStringList positional;
    QMap<QString, QStringList> options;

    bool has(const QString& name) const { return options.contains(name); }
    QString value(const QString& name, const QString& otherwise = {}) const
    {
        const QStringList values = options.value(name);
        return values.isEmpty() ? otherwise : values.last();
    }
    QStringList values(const QString& name) const { return options.value(name); }
};

/// One verb of the command line (`topics read`, …). Holds no state between runs; writes only through the Environment,
/// so that a test runs it in process.
class Command {
public:
    virtual ~Command() = default;

    /// The words that call it: {"topics", "read"}.
    virtual QStringList words() const = 0;
    /// One line for the list of commands.
    virtual QString summary() const = 0;
    /// Positional arguments as help shows them: "TOPIC", "[DIR]".
    virtual QStringList positionals() const { return {}; }
    virtual QList<OptionSpec> options() const { return {}; }
    /// How many positional arguments are allowed; by default counted from positionals() (brackets mean optional).
    virtual int minimumPositionals() const;
    virtual int maximumPositionals() const;

    /// Does it; gives the exit code. Blocks; `env.task()` carries Ctrl+C and progress.
    virtual int run(const Arguments& arguments, Environment& env) = 0;
};

} // namespace nc::cli
