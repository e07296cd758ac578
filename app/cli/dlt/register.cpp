#include "cli/dlt/discardcommand.h"
#include "cli/dlt/exportcommand.h"
#include "cli/dlt/keepcommand.h"
#include "cli/dlt/ledgercommand.h"
#include "cli/dlt/listcommand.h"
#include "cli/dlt/replaycommand.h"
#include "cli/dlt/showcommand.h"
#include "cli/dlt/stuckcommand.h"
#include "cli/registry.h"

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
}

} // namespace nc::cli
