#include "activity/activityfilter.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

using FieldOf = QString ActivityRow::*;

static const QMap<QString, FieldOf>& fields()
{
    static const QMap<QString, FieldOf> all{{u"by"_s, &ActivityRow::by}, {u"host"_s, &ActivityRow::host},
        {u"program"_s, &ActivityRow::program}, {u"operation"_s, &ActivityRow::operation},
        {u"profile"_s, &ActivityRow::profile}, {u"subject"_s, &ActivityRow::subject},
        {u"result"_s, &ActivityRow::result}, {u"reason"_s, &ActivityRow::reason}};
    return all;
}

ActivityFilter::ActivityFilter(const QString& text)
{
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = word.section(u'=', 0, 0);
        if (word.contains(u'=') && fields().contains(name))
            m_fields.append({name, word.section(u'=', 1)});
        else
            m_words.append(word);
    }
}

bool ActivityFilter::takes(const ActivityRow& row) const
{
    const auto has = [&row](const QString& word) {
        const QStringList texts{row.by + u'@' + row.host, row.program, row.operation, row.profile, row.subject,
            row.selection, row.reason, row.result, row.detail, row.run};
        return std::ranges::any_of(
            texts, [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); });
    };
    return std::ranges::all_of(m_words, has) && std::ranges::all_of(m_fields, [&row](const auto& wanted) {
        return (row.*fields().value(wanted.first)).compare(wanted.second, Qt::CaseInsensitive) == 0;
    });
}

} // namespace nc
