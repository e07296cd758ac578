#include "cli/templates/samplesavecommand.h"

#include "cli/rules.h"
#include "cli/templates/sampledata.h"
#include "preview/sampledata.h"
#include "render/errors.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

Result<QByteArray> generated(const QString& folder, const TemplateKey& key, const TaskContext& task)
{
    TemplateEngine engine;
    const TemplateLibrary library(folder, engine, PreparedCache::defaultFolder());
    const auto variables = library.variables(key, task);
    if (!variables)
        return nc::fail(variables.error());
    return sampledata::generate(*variables);
}

} // namespace

QString TemplatesSampleSaveCommand::summary() const
{
    return tr_("keep a set of sample data; without a source it is made of what the template reads");
}

QList<OptionSpec> TemplatesSampleSaveCommand::options() const
{
    return dataOptions() + QList<OptionSpec>{{u"shared"_s, {}, tr_("keep it in the regulation, for everybody")}};
}

QList<OptionRule> TemplatesSampleSaveCommand::rules() const
{
    return {rules::most(dataOptionNames())};
}

int TemplatesSampleSaveCommand::run(const Arguments& arguments, Environment& env)
{
    const auto place = samplePlace(arguments, env);
    if (!place)
        return env.fail(place.error());
    const auto json = !rules::some(dataOptionNames()).holds(arguments)
        ? generated(arguments.positional.first(), place->key, env.task())
        : readDataOption(arguments, env);
    if (!json)
        return env.fail(json.error());
    if (!QJsonDocument::fromJson(*json).isObject())
        return env.fail({errors::badData, {}, tr_("The data is no JSON object.")});
    if (const auto kept = place->sets.save(place->key, place->name, *json); !kept)
        return env.fail(kept.error());
    if (arguments.has(u"shared"_s)) {
        if (const auto shared = place->sets.setShared(place->key, place->name, true); !shared)
            return env.fail(shared.error());
    }
    env.say(tr_("Kept: %1").arg(place->name));
    return exitcode::done;
}

} // namespace nc::cli
