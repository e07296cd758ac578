#include "cli/dlt/letteroptions.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

namespace {

/// The parser has looked at each.
OffsetSelection typedOffsets(const Arguments& arguments)
{
    const auto offsets = OffsetSelection::parse(arguments.values(u"offsets"_s).join(u','));
    return arguments.has(u"offsets"_s) && offsets ? *offsets : OffsetSelection();
}

Typed<RecordFilter> typedFilter(const Arguments& arguments, const QStringList& fields, Language language)
{
    if (!arguments.has(u"filter"_s))
        return RecordFilter();
    auto filter = RecordFilter::parse(arguments.value(u"filter"_s), fields);
    if (!filter)
        return std::unexpected(describe(filter.error(), language));
    return std::move(*filter);
}

} // namespace

Typed<LetterQuery> readQuery(const Arguments& arguments, const QString& topic, Language language)
{
    LetterQuery query;
    query.topic = topic;
    query.offsets = typedOffsets(arguments);
    query.since = arguments.time(u"since"_s);
    query.state = stateFromName(arguments.value(u"state"_s));
    auto filter = typedFilter(arguments, letterFields(), language);
    if (!filter)
        return std::unexpected(filter.error());
    query.filter = std::move(*filter);
    return query;
}

Typed<TypedDeliveries> readDeliveryQuery(const Arguments& arguments, Language language)
{
    TypedDeliveries typed;
    typed.offsets = typedOffsets(arguments);
    typed.query.since = arguments.time(u"since"_s);
    auto filter = typedFilter(arguments, deliveryFields(), language);
    if (!filter)
        return std::unexpected(filter.error());
    typed.query.filter = std::move(*filter);
    return typed;
}

QString localLedgerFolder(const Environment& env)
{
    return env.configFolder() + u"/ledger"_s;
}

} // namespace nc::cli
