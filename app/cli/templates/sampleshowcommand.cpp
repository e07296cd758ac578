#include "cli/templates/sampleshowcommand.h"

#include "cli/templates/sampledata.h"

namespace nc::cli {

QString TemplatesSampleShowCommand::summary() const
{
    return tr_("the JSON of a set of sample data");
}

int TemplatesSampleShowCommand::run(const Arguments& arguments, Environment& env)
{
    const auto place = samplePlace(arguments, env);
    if (!place)
        return env.fail(place.error());
    const auto json = place->sets.load(place->key, place->name);
    if (!json)
        return env.fail(json.error());
    env.out().write(*json);
    return exitcode::done;
}

} // namespace nc::cli
