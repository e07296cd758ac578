#include "cli/deliveries/selection.h"

#include "cli/dlt/letteroptions.h"
#include "cli/options.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> resendSelectionOptions()
{
    return {options::auditOffsets(), options::filter(), options::since(), options::reason()};
}

Typed<ResendRequest> readResendSelection(const Arguments& arguments, const Environment& env)
{
    const auto typed = readDeliveryQuery(arguments, env.language);
    if (!typed)
        return std::unexpected(typed.error());
    ResendRequest request;
    request.offsets = typed->offsets;
    request.filter = typed->query.filter;
    request.since = typed->query.since;
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    return request;
}

} // namespace nc::cli
