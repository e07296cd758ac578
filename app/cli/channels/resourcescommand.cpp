#include "cli/channels/resourcescommand.h"

#include "channels/clusterresources.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

int ChannelsResourcesCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    bool first = true;
    for (const ClusterResource& resource : clusterResources(file->settings())) {
        if (env.json) {
            env.out().json({{u"kind"_s, resource.kind}, {u"name"_s, resource.name}, {u"yaml"_s, resource.yaml}});
            continue;
        }
        if (!first)
            env.out().line(u"---"_s);
        first = false;
        env.out().write(resource.yaml.toUtf8());
    }
    return exitcode::done;
}

} // namespace nc::cli
