#include "cli/templates/variablescommand.h"

#include "cli/templates/sampledata.h"
#include "cli/templates/templateargument.h"
#include "preview/sampledata.h"
#include "render/errors.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

#include <QJsonArray>
#include <QJsonObject>

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

QString TemplatesVariablesCommand::summary() const
{
    return tr_("what a template reads of its data");
}

QList<OptionSpec> TemplatesVariablesCommand::options() const
{
    QList<OptionSpec> options = dataOptions();
    options.first().help = tr_("say what these parameters lack, and what of them is never read");
    return options;
}

int TemplatesVariablesCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    TemplateEngine engine;
    const TemplateLibrary library(arguments.positional.first(), engine, PreparedCache::defaultFolder());
    const auto variables = library.variables(*key, env.task());
    if (!variables)
        return env.fail(variables.error());
    std::optional<SampleFindings> findings;
    if (dataOptionCount(arguments) > 0) {
        const auto data = readDataOption(arguments, env);
        if (!data)
            return env.fail(data.error());
        findings = compareSample(*variables, *data);
        if (findings->badAt >= 0)
            return env.fail({errors::badData, {}, tr_("The data is no JSON object.")});
    }
    for (const TemplateVariable& variable : *variables) {
        const bool missing = findings && findings->missing.contains(variable.name);
        QJsonArray lines;
        QStringList numbers;
        for (const int line : variable.lines) {
            lines.append(line);
            numbers.append(QString::number(line));
        }
        if (env.json) {
            QJsonObject json{{u"name"_s, variable.name}, {u"kind"_s, kindName(variable.kind)},
                {u"optional"_s, variable.optional}, {u"lines"_s, lines}};
            if (findings)
                json.insert(u"missing"_s, missing);
            env.out().json(json);
        } else {
            QStringList parts{variable.name, kindName(variable.kind),
                variable.optional ? tr_("optional") : tr_("needed"), numbers.join(u',')};
            if (missing)
                parts += tr_("missing");
            env.out().line(parts.join(u'\t'));
        }
    }
    if (findings) {
        for (const QString& name : findings->unused) {
            if (env.json)
                env.out().json({{u"name"_s, name}, {u"unused"_s, true}});
            else
                env.out().line(name + u'\t' + tr_("never read"));
        }
    }
    return exitcode::done;
}

} // namespace nc::cli
