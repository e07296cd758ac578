#include "cli/registry.h"
#include "cli/topics/describecommand.h"
#include "cli/topics/listcommand.h"
#include "cli/topics/producecommand.h"
#include "cli/topics/readcommand.h"
#include "cli/topics/transfercommand.h"
#include "cli/topics/waitcommand.h"

namespace nc::cli {

void registerTopics(Registry& registry)
{
    registry.add<TopicsListCommand>();
    registry.add<TopicsDescribeCommand>();
    registry.add<TopicsReadCommand>();
    registry.add<TopicsWaitCommand>();
    registry.add<TopicsProduceCommand>();
    registry.add<TopicsTransferCommand>();
}

} // namespace nc::cli
