#include "cli/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {

QString OptionRule::words() const
{
    QStringList names;
    for (const QString& option : options)
        names += u"--"_s + option;
    const QString others = names.join(u", "_s);
    const QString first = u"--"_s + option;
    switch (kind) {
    case Kind::One:
        return names.size() == 1 ? tr_("say %1").arg(others) : tr_("say one of %1").arg(others);
    case Kind::Most:
        return tr_("only one of %1 at a time").arg(others);
    case Kind::Some:
        return tr_("say at least one of %1").arg(others);
    case Kind::Apart:
        return tr_("%1 does not go with %2").arg(first, others);
    case Kind::Needs:
        return tr_("%1 goes with %2").arg(first, others);
    }
    return {};
}

bool OptionRule::holds(const Arguments& arguments) const
{
    const auto given = std::ranges::count_if(options, [&](const QString& name) { return arguments.has(name); });
    switch (kind) {
    case Kind::One:
        return given == 1;
    case Kind::Most:
        return given < 2;
    case Kind::Some:
        return given > 0;
    case Kind::Apart:
        return !arguments.has(option) || given == 0;
    case Kind::Needs:
        return !arguments.has(option) || given > 0;
    }
    return true;
}

namespace rules {

OptionRule one(const QStringList& options)
{
    return {OptionRule::Kind::One, {}, options};
}

OptionRule most(const QStringList& options)
{
    return {OptionRule::Kind::Most, {}, options};
}

OptionRule some(const QStringList& options)
{
    return {OptionRule::Kind::Some, {}, options};
}

OptionRule apart(const QString& option, const QStringList& others)
{
    return {OptionRule::Kind::Apart, option, others};
}

OptionRule needs(const QString& option, const QStringList& others)
{
    return {OptionRule::Kind::Needs, option, others};
}

} // namespace rules
} // namespace nc::cli
