#include "kafka/filter/headline.h"

#include "kafka/filter/recordfilter.h"

using namespace Qt::StringLiterals;

namespace nc {

/// Several recipients are told by the first ones; nobody reads the fourth in a table's cell.
static constexpr int mostValuesOfOnePath = 3;

Headline::Headline(const QStringList& paths)
{
    for (const QString& path : paths) {
        const auto filter = RecordFilter::parse(path + u": *"_s, EpochMs(0));
        if (filter && filter->root().kind == FilterNode::Kind::Comparison
            && !filter->root().comparison.field.path.isEmpty())
            m_paths.append(filter->root().comparison.field.path);
    }
}

QByteArray Headline::of(QByteArrayView json)
{
    if (m_paths.isEmpty())
        return {};
    m_fields.load(json);
    QByteArray line;
    for (const QList<FilterStep>& path : m_paths) {
        int values = 0;
        m_fields.find(path, [&](const JsonField& field) {
            const bool says = field.kind == JsonField::Kind::Text || field.kind == JsonField::Kind::Number;
            if (!says || field.text.isEmpty())
                return false;
            if (++values > mostValuesOfOnePath) {
                line += ", …";
                return true;
            }
            if (!line.isEmpty())
                line += values > 1 ? ", " : " · ";
            line += field.text.first(std::min(field.text.size(), mostBytes + 1));
            return line.size() > mostBytes;
        });
        if (line.size() > mostBytes)
            break;
    }
    if (line.size() > mostBytes) {
        qsizetype end = mostBytes;
        while (end > 0 && (line.at(end) & '\xc0') == '\x80')
            --end; // not in the middle of a letter
        line.truncate(end);
    }
    return line;
}

} // namespace nc
