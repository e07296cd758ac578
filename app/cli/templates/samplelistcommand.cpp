#include "cli/templates/samplelistcommand.h"

#include "cli/templates/sampledata.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesSampleListCommand::summary() const
{
    return tr_("the named sets of sample data of a template");
}

int TemplatesSampleListCommand::run(const Arguments& arguments, Environment& env)
{
    const auto place = samplePlace(arguments, env);
    if (!place)
        return env.fail(place.error());
    for (const SampleSet& set : place->sets.list(place->key)) {
        if (env.json)
            env.out().json({{u"name"_s, set.name}, {u"shared"_s, set.shared}});
        else
            env.out().line(set.shared ? set.name + u'\t' + tr_("in the regulation") : set.name);
    }
    return exitcode::done;
}

} // namespace nc::cli
