#include "cli/topics/texttable.h"

#include <algorithm>

namespace nc::cli {

void TextTable::print(Environment& env) const
{
    QList<QStringList> rows{m_headings};
    rows += m_rows;
    QList<qsizetype> widths(m_headings.size(), 0);
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                line += QLatin1StringView("  ");
            line +=
                m_right.contains(i) ? row[i].rightJustified(widths.value(i)) : row[i].leftJustified(widths.value(i));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        env.out().line(line);
    }
}

} // namespace nc::cli
