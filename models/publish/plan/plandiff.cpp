#include "publish/plan/plandiff.h"

#include "text/textdiff.h"

using namespace Qt::StringLiterals;

namespace nc {

QByteArray metadataText(const std::optional<QString>& title, const QMap<QString, QString>& attributes)
{
    QString text;
    if (title)
        text += u"title: "_s + *title + u'\n';
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        text += u"attributes."_s + it.key() + u": "_s + it.value() + u'\n';
    return text.toUtf8();
}

QByteArray planDiff(const PlanItem& item, const PublishSource& source, const QByteArray& publishedContent)
{
    if (!item.pending() || item.impossible)
        return {};
    const QString nothing = u"/dev/null"_s;
    const QString left = item.row ? u"published/"_s + item.key() : nothing;
    QByteArray diff = unifiedDiff(publishedContent, source.values.content, left, u"directory/"_s + item.key());
    const QByteArray before = item.row ? metadataText(item.row->title, item.row->attributes) : QByteArray();
    diff += unifiedDiff(before, metadataText(source.values.title, source.values.attributes),
        item.row ? left + u"/metadata"_s : nothing, u"directory/"_s + item.key() + u"/metadata"_s);
    return diff;
}

} // namespace nc
