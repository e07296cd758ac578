#pragma once

#include "cli/environment.h"
#include "core/task.h"
#include "core/timetext.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <expected>
#include <optional>

namespace nc::cli {

/// Exit codes (docs/command-line.md, "Habits"); pipelines depend on them.
namespace exitcode {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int problems = 3;
inline constexpr int noMatch = 4;
inline constexpr int pending = 5;
inline constexpr int cancelled = 130;
} // namespace exitcode

/// One option as data: parser, help, shell completion and the reference in docs/command-line.md are made from it.
struct OptionSpec {
    QString name; ///< without dashes
    QString valueName; ///< what it takes, a kind that cli/values.h knows or words like `a|b`; empty: a switch
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

    // The parser has checked these by what the option says that it takes; without the option, nothing or `otherwise`.
    std::optional<EpochMs> time(const QString& name) const; ///< of a TIME
    std::chrono::milliseconds duration(
        const QString& name, std::chrono::milliseconds otherwise) const; ///< of a DURATION
    std::optional<qint64> number(const QString& name) const; ///< of N, PARTITION, PORT
};

/// What was typed, or the sentence that says what is wrong with it. The one way to report wrong options: what a
/// declaration can say (what an option takes, OptionRule) the parser checks before the verb runs; what only the verb
/// knows its readers give as this, and run() hands the sentence to Environment::usage().
template <class T>
using Typed = std::expected<T, QString>;

/// How options go together; made by the functions of cli/rules.h.
struct OptionRule {
    enum class Kind { One, Most, Some, Apart, Needs };
    Kind kind = Kind::One;
    QString option; ///< which the others are about; empty for One, Most and Some
    QStringList options;

    bool holds(const Arguments& arguments) const;
    /// As help tells it and the parser complains.
    QString words() const;
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
    virtual QList<OptionRule> rules() const { return {}; }
    /// How many positional arguments are allowed; by default counted from positionals() (brackets mean optional).
    virtual int minimumPositionals() const;
    virtual int maximumPositionals() const;

    /// Does it; gives the exit code. Blocks; `env.task()` carries Ctrl+C and progress.
    virtual int run(const Arguments& arguments, Environment& env) = 0;
};

/// Translates a sentence of the command line: `tr_("No such topic")`.
QString tr_(const char* text);

} // namespace nc::cli
