#include "cli/channels/checkcommand.h"
#include "cli/channels/commitcommand.h"
#include "cli/channels/resourcescommand.h"
#include "cli/channels/setdiiacommand.h"
#include "cli/channels/setemailcommand.h"
#include "cli/channels/showcommand.h"
#include "cli/channels/testcommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerChannels(Registry& registry)
{
    registry.add<ChannelsShowCommand>();
    registry.add<ChannelsCheckCommand>();
    registry.add<SetEmailCommand>();
    registry.add<SetDiiaCommand>();
    registry.add<ChannelsResourcesCommand>();
    registry.add<TestEmailCommand>();
    registry.add<TestDiiaCommand>();
    registry.add<ChannelsCommitCommand>();
}

} // namespace nc::cli
