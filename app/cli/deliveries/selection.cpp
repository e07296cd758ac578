#include "cli/deliveries/selection.h"

#include "cli/dlt/letteroptions.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> resendSelectionOptions()
{
    return {{u"offsets"_s, u"P:O[-O],…"_s, tr_("these, by their places in audit-events")},
        {u"filter"_s, u"F"_s, tr_("those that match")}, {u"since"_s, u"TIME"_s, tr_("only since then")},
        {u"reason"_s, u"TEXT"_s, tr_("why; stands in the ledger")}};
}

bool readResendSelection(const Arguments& arguments, Environment& env, ResendRequest& request)
{
    DeliveryQuery query;
    if (!readDeliveryQuery(arguments, env, query, request.offsets))
        return false;
    request.filter = query.filter;
    request.since = query.since;
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    return true;
}

} // namespace nc::cli
