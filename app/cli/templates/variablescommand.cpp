#include "cli/templates/variablescommand.h"

#include "cli/templates/templateargument.h"
#include "templates/preparedcache.h"
#include "templates/templatelibrary.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString kindName(TemplateVariable::Kind kind)
{
    switch (kind) {
    case TemplateVariable::Kind::Scalar:
        return u"scalar"_s;
    case TemplateVariable::Kind::List:
        return u"list"_s;
    case TemplateVariable::Kind::Object:
        return u"object"_s;
    }
    return {};
}

} // namespace

QString TemplateVariablesCommand::summary() const
{
    return tr_("what a template reads of its data");
}

int TemplateVariablesCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    TemplateEngine engine;
    const TemplateLibrary library(arguments.positional.first(), engine, PreparedCache::defaultFolder());
    const auto variables = library.variables(*key, env.task());
    if (!variables)
        return env.fail(variables.error());
    for (const TemplateVariable& variable : *variables) {
        QJsonArray lines;
        QStringList numbers;
        for (const int line : variable.lines) {
            lines.append(line);
            numbers.append(QString::number(line));
        }
        if (env.json)
            env.out().json({{u"name"_s, variable.name}, {u"kind"_s, kindName(variable.kind)},
                {u"optional"_s, variable.optional}, {u"lines"_s, lines}});
        else
            env.out().line(QStringList{variable.name, kindName(variable.kind),
                variable.optional ? tr_("optional") : tr_("needed"), numbers.join(u',')}
                               .join(u'\t'));
    }
    return exitcode::done;
}

} // namespace nc::cli
