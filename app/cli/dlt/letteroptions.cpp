#include "cli/dlt/letteroptions.h"

#include "core/timetext.h"
#include "failures/letters/letterfilter.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

std::expected<LetterQuery, int> readQuery(const Arguments& arguments, const QString& topic, Environment& env)
{
    LetterQuery query;
    query.topic = topic;
    const auto wrong = [&env](const Error& error) { return std::unexpected(env.usage(describe(error, env.language))); };
    if (arguments.has(u"offsets"_s)) {
        const auto offsets = OffsetSelection::parse(arguments.values(u"offsets"_s).join(u','));
        if (!offsets)
            return wrong(offsets.error());
        query.offsets = *offsets;
    }
    if (arguments.has(u"filter"_s)) {
        const auto filter = RecordFilter::parse(arguments.value(u"filter"_s), letterFields());
        if (!filter)
            return wrong(filter.error());
        query.filter = *filter;
    }
    if (arguments.has(u"state"_s)) {
        query.state = stateFromName(arguments.value(u"state"_s));
        if (!query.state)
            return std::unexpected(env.usage(tr_("--state is open, replayed, returned or discarded")));
    }
    if (arguments.has(u"since"_s)) {
        const auto since = parseTime(arguments.value(u"since"_s));
        if (!since)
            return wrong(since.error());
        query.since = *since;
    }
    return query;
}

bool readDeliveryQuery(const Arguments& arguments, Environment& env, DeliveryQuery& query, OffsetSelection& offsets)
{
    const auto wrong = [&env](const Error& error) {
        env.usage(describe(error, env.language));
        return false;
    };
    if (arguments.has(u"offsets"_s)) {
        const auto chosen = OffsetSelection::parse(arguments.values(u"offsets"_s).join(u','));
        if (!chosen)
            return wrong(chosen.error());
        offsets = *chosen;
    }
    if (arguments.has(u"filter"_s)) {
        const auto filter = RecordFilter::parse(arguments.value(u"filter"_s), deliveryFields());
        if (!filter)
            return wrong(filter.error());
        query.filter = *filter;
    }
    if (arguments.has(u"since"_s)) {
        const auto since = parseTime(arguments.value(u"since"_s));
        if (!since)
            return wrong(since.error());
        query.since = *since;
    }
    return true;
}

QString localLedgerFolder(const Environment& env)
{
    return env.configFolder() + u"/ledger"_s;
}

} // namespace nc::cli
