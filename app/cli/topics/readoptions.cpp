#include "cli/topics/readoptions.h"

#include <QDateTime>

#include <limits>

using namespace Qt::StringLiterals;

namespace nc::cli {

std::optional<qint64> wholeNumber(const QString& text, qint64 minimum)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < minimum)
        return std::nullopt;
    return value;
}

QList<OptionSpec> ReadOptions::specs()
{
    return {
        {u"partition"_s, u"P"_s, tr_("this partition only")},
        {u"from"_s, u"WHERE"_s, tr_("beginning, end, an offset, -N for the newest N, @TIME")},
        {u"filter"_s, u"F"_s, tr_("records that pass this filter, like 'recipients[*].id = ann'")},
        {u"isolation"_s, u"LEVEL"_s, tr_("read_committed (usual) or read_uncommitted")},
    };
}

std::optional<int> ReadOptions::take(const Arguments& arguments, Environment& env)
{
    const EpochMs now = QDateTime::currentMSecsSinceEpoch();
    request.topic = arguments.positional.first();
    if (arguments.has(u"partition"_s)) {
        const auto partition = wholeNumber(arguments.value(u"partition"_s), 0);
        if (!partition || *partition > std::numeric_limits<qint32>::max())
            return env.usage(tr_("--partition takes a number from 0"));
        request.partition = static_cast<qint32>(*partition);
    }
    if (arguments.has(u"from"_s)) {
        const auto from = ReadFrom::parse(arguments.value(u"from"_s), now);
        if (!from)
            return env.usage(describe(from.error(), env.language));
        request.from = *from;
    }
    if (arguments.has(u"to"_s)) {
        const auto to = ReadTo::parse(arguments.value(u"to"_s), now);
        if (!to)
            return env.usage(describe(to.error(), env.language));
        request.to = *to;
    }
    const QString isolation = arguments.value(u"isolation"_s, u"read_committed"_s);
    if (isolation != u"read_committed" && isolation != u"read_uncommitted")
        return env.usage(tr_("--isolation is read_committed or read_uncommitted"));
    request.isolation = isolation == u"read_committed" ? Isolation::ReadCommitted : Isolation::ReadUncommitted;
    const auto parsed = RecordFilter::parse(arguments.value(u"filter"_s), now);
    if (!parsed)
        return env.usage(describe(parsed.error(), env.language));
    filter = *parsed;
    return std::nullopt;
}

} // namespace nc::cli
