#include "cli/templates/sampledata.h"

#include "cli/access.h"
#include "cli/templates/templateargument.h"
#include "core/atomicfile.h"
#include "failures/verdicts/templateevents.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

Result<SamplePlace> samplePlace(const Arguments& arguments, const Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return nc::fail(key.error());
    return SamplePlace{
        *key, SampleSets(env.configFolder(), arguments.positional.first()), arguments.positional.value(2)};
}

QList<OptionSpec> dataOptions()
{
    return {
        {u"data"_s, u"FILE"_s, tr_("JSON object with the recipient's parameters (“-” reads it from stdin)")},
        {u"sample"_s, u"SET"_s, tr_("the parameters of this sample set")},
        {u"event"_s, u"TOPIC:P:O"_s, tr_("the parameters that this real event brought (see templates events)")},
    };
}

QStringList dataOptionNames()
{
    return {u"data"_s, u"sample"_s, u"event"_s};
}

Result<QByteArray> readDataOption(const Arguments& arguments, Environment& env)
{
    if (arguments.has(u"sample"_s)) {
        const auto place = samplePlace(arguments, env);
        if (!place)
            return nc::fail(place.error());
        return place->sets.load(place->key, arguments.value(u"sample"_s));
    }
    if (arguments.has(u"event"_s)) {
        const auto profile = env.profile();
        if (!profile)
            return nc::fail(profile.error());
        const auto access = kafkaAccess(env, *profile);
        if (!access)
            return nc::fail(access.error());
        const auto event = fetchTemplateEvent(*access, arguments.value(u"event"_s), env.task());
        if (!event)
            return nc::fail(event.error());
        return event->parameters;
    }
    const QString name = arguments.value(u"data"_s);
    if (name == "-"_L1)
        return env.in().readAll();
    auto file = readFile(name);
    if (!file)
        return nc::fail(file.error());
    return file->bytes;
}

} // namespace nc::cli
