#include "cli/registry.h"

namespace nc::cli {

Command* Registry::find(const QStringList& words) const
{
    Command* best = nullptr;
    for (const auto& command : m_commands) {
        const QStringList path = command->words();
        if (path.size() <= words.size() && words.first(path.size()) == path
            && (!best || best->words().size() < path.size()))
            best = command.get();
    }
    return best;
}

Registry Registry::all()
{
    Registry registry;
#ifdef NC_HAS_SANDBOX
    registerSandbox(registry);
#endif
    registerProfiles(registry);
    registerChannels(registry);
    registerTemplates(registry);
    registerPublish(registry);
    registerTopics(registry);
    registerDlt(registry);
    registerDeliveries(registry);
    registerTrace(registry);
    registerActivity(registry);
    registerCompletion(registry);
    return registry;
}

} // namespace nc::cli
