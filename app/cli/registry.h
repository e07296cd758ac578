#pragma once

#include "cli/command.h"

#include <memory>
#include <vector>

namespace nc::cli {

/// All verbs, in the order in which help shows them.
class Registry {
public:
    template <class C, class... Args>
    void add(Args&&... args)
    {
        m_commands.push_back(std::make_unique<C>(std::forward<Args>(args)...));
    }

    const std::vector<std::unique_ptr<Command>>& commands() const { return m_commands; }

    /// The command whose words begin `words`; the longest match wins. Null when there is none.
    Command* find(const QStringList& words) const;

    /// Every command of the program.
    static Registry all();

private:
    std::vector<std::unique_ptr<Command>> m_commands;
};

void registerProfiles(Registry& registry);
void registerSandbox(Registry& registry);
void registerTemplates(Registry& registry);
void registerPublish(Registry& registry);
void registerChannels(Registry& registry);
void registerTopics(Registry& registry);
void registerDlt(Registry& registry);
void registerDeliveries(Registry& registry);
void registerTrace(Registry& registry);
void registerActivity(Registry& registry);
void registerCompletion(Registry& registry);

} // namespace nc::cli
