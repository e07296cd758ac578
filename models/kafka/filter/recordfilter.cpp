#include "kafka/filter/recordfilter.h"

#include "kafka/filter/filterparser.h"

#include <QDateTime>

namespace nc {

Result<RecordFilter> RecordFilter::parse(const QString& text, EpochMs now, const QStringList& extraFields)
{
    const auto root = FilterParser(text, now, extraFields).parse();
    if (!root)
        return fail(root.error());
    RecordFilter filter;
    filter.m_root = *root;
    return filter;
}

Result<RecordFilter> RecordFilter::parse(const QString& text, const QStringList& extraFields)
{
    return parse(text, QDateTime::currentMSecsSinceEpoch(), extraFields);
}

} // namespace nc
