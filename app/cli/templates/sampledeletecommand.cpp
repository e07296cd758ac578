#include "cli/templates/sampledeletecommand.h"

#include "cli/templates/sampledata.h"

namespace nc::cli {

QString TemplatesSampleDeleteCommand::summary() const
{
    return tr_("delete a set of sample data");
}

int TemplatesSampleDeleteCommand::run(const Arguments& arguments, Environment& env)
{
    const auto place = samplePlace(arguments, env);
    if (!place)
        return env.fail(place.error());
    const auto profile = env.profileOf(arguments.positional.first());
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, Operation::DeleteSample, {place->key.toString(), place->name});
    if (!pass)
        return env.fail(pass.error());
    const auto done = place->sets.remove(place->key, place->name);
    return done ? exitcode::done : env.fail(done.error());
}

} // namespace nc::cli
