#include "cli/deliveries/deliveriescommand.h"
#include "cli/deliveries/discardcommand.h"
#include "cli/deliveries/keepcommand.h"
#include "cli/deliveries/resendcommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerDeliveries(Registry& registry)
{
    registry.add<DeliveriesCommand>();
    registry.add<DeliveriesResendCommand>();
    registry.add<DeliveriesDiscardCommand>();
    registry.add<DeliveriesKeepCommand>();
}

} // namespace nc::cli
