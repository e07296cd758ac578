#include "cli/deliveries/deliveriescommand.h"
#include "cli/deliveries/resendcommand.h"
#include "cli/dlt/dltdiscardcommand.h"
#include "cli/dlt/dltexportcommand.h"
#include "cli/dlt/dltledgercommand.h"
#include "cli/dlt/dltlistcommand.h"
#include "cli/dlt/dltreplaycommand.h"
#include "cli/dlt/dltshowcommand.h"
#include "cli/dlt/dltstuckcommand.h"
#include "cli/dlt/keepcommands.h"
#include "cli/registry.h"
#include "cli/templates/shelflifecommand.h"
#include "cli/trace/tracecommand.h"

namespace nc::cli {

void registerDlt(Registry& registry)
{
    registry.add<DltListCommand>();
    registry.add<DltShowCommand>();
    registry.add<DltReplayCommand>();
    registry.add<DltDiscardCommand>();
    registry.add<DltLedgerCommand>();
    registry.add<DltExportCommand>();
    registry.add<DltKeepCommand>();
    registry.add<DltStuckCommand>();
    registry.add<DeliveriesCommand>();
    registry.add<ResendCommand>();
    registry.add<DeliveriesDiscardCommand>();
    registry.add<DeliveriesKeepCommand>();
    registry.add<ShelfLifeCommand>();
    registry.add<TraceCommand>();
}

} // namespace nc::cli
