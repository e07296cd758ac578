#include "cli/topics/readoptions.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ReadOptions::specs()
{
    return {
        {u"partition"_s, u"PARTITION"_s, tr_("this partition only")},
        {u"from"_s, u"WHERE"_s, tr_("beginning, end, an offset, -N for the newest N, @TIME")},
        {u"filter"_s, u"F"_s, tr_("records that pass this filter, like 'recipients[*].id = ann'")},
        {u"isolation"_s, u"read_committed|read_uncommitted"_s,
            tr_("whether records of open and aborted transactions are seen")},
    };
}

Typed<ReadOptions> ReadOptions::read(const Arguments& arguments, const ReadFrom& from, Language language)
{
    const EpochMs now = QDateTime::currentMSecsSinceEpoch();
    ReadOptions options;
    ReadRequest& request = options.request;
    request.topic = arguments.positional.first();
    request.from = from;
    if (const auto partition = arguments.number(u"partition"_s))
        request.partition = static_cast<qint32>(*partition);
    if (arguments.has(u"from"_s)) {
        const auto where = ReadFrom::parse(arguments.value(u"from"_s), now);
        if (!where)
            return std::unexpected(describe(where.error(), language));
        request.from = *where;
    }
    if (arguments.has(u"to"_s)) {
        const auto where = ReadTo::parse(arguments.value(u"to"_s), now);
        if (!where)
            return std::unexpected(describe(where.error(), language));
        request.to = *where;
    }
    const bool open = arguments.value(u"isolation"_s) == u"read_uncommitted";
    request.isolation = open ? Isolation::ReadUncommitted : Isolation::ReadCommitted;
    const auto parsed = RecordFilter::parse(arguments.value(u"filter"_s), now);
    if (!parsed)
        return std::unexpected(describe(parsed.error(), language));
    options.filter = *parsed;
    return options;
}

} // namespace nc::cli
