#include "cli/templates/samplerenamecommand.h"

#include "cli/templates/sampledata.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesSampleRenameCommand::summary() const
{
    return tr_("give a set of sample data another name");
}

int TemplatesSampleRenameCommand::run(const Arguments& arguments, Environment& env)
{
    const auto place = samplePlace(arguments, env);
    if (!place)
        return env.fail(place.error());
    const auto profile = env.profileOf(arguments.positional.first());
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, Operation::RenameSample,
        {place->key.toString(), place->name + u" → "_s + arguments.positional.value(3)});
    if (!pass)
        return env.fail(pass.error());
    const auto done = place->sets.rename(place->key, place->name, arguments.positional.value(3));
    return done ? exitcode::done : env.fail(done.error());
}

} // namespace nc::cli
