#include "activity/activitycsv.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace nc {

static QByteArray line(const QStringList& fields)
{
    QStringList quoted;
    for (const QString& field : fields) {
        static const QString formula = u"=+-@\t\r"_s;
        QString text = !field.isEmpty() && formula.contains(field.front()) ? u'\'' + field : field;
        if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        quoted += text;
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

QByteArray activityCsvHeader()
{
    return line({u"at"_s, u"by"_s, u"host"_s, u"program"_s, u"operation"_s, u"profile"_s, u"subject"_s, u"result"_s,
        u"reason"_s, u"count"_s, u"selection"_s, u"detail"_s, u"run"_s, u"inLedger"_s});
}

QByteArray activityCsv(const ActivityRow& row)
{
    return line({isoTime(row.at), row.by, row.host, row.program, row.operation, row.profile, row.subject, row.result,
        row.reason, row.count < 0 ? QString() : QString::number(row.count), row.selection, row.detail, row.run,
        row.inLedger ? u"true"_s : u"false"_s});
}

} // namespace nc
