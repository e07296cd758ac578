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
    registry.add<TopicsList>();
    registry.add<TopicsDescribe>();
    registry.add<TopicsRead>();
    registry.add<TopicsWait>();
    registry.add<TopicsProduce>();
    registry.add<TopicsTransfer>();
}

} // namespace nc::cli
