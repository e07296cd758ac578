#include "cli/channels/checkcommand.h"
#include "cli/channels/commitcommand.h"
#include "cli/channels/resourcescommand.h"
#include "cli/channels/setdiiacommand.h"
#include "cli/channels/setemailcommand.h"
#include "cli/channels/showcommand.h"
#include "cli/channels/testdiiacommand.h"
#include "cli/channels/testemailcommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerChannels(Registry& registry)
{
    registry.add<ChannelsShowCommand>();
    registry.add<ChannelsCheckCommand>();
    registry.add<ChannelsSetEmailCommand>();
    registry.add<ChannelsSetDiiaCommand>();
    registry.add<ChannelsResourcesCommand>();
    registry.add<ChannelsTestEmailCommand>();
    registry.add<ChannelsTestDiiaCommand>();
    registry.add<ChannelsCommitCommand>();
}

} // namespace nc::cli
