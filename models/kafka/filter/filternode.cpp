#include "kafka/filter/filternode.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString quote(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

QString memberName(const QString& name)
{
    static const QRegularExpression simple(u"^[\\p{L}_$@][\\p{L}\\p{N}_$@-]*$"_s);
    static const QStringList keywords{u"and"_s, u"or"_s, u"not"_s};
    return simple.match(name).hasMatch() && !keywords.contains(name, Qt::CaseInsensitive) ? name : quote(name);
}

bool isRecordField(const QString& name)
{
    return name == u"key" || name == u"value" || name == u"partition" || name == u"offset" || name == u"timestamp"
        || name == u"size" || name == u"header";
}

QString pathText(const QList<FilterStep>& path)
{
    QString text;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const FilterStep& step = path[i];
        if (step.kind == FilterStep::Kind::Member) {
            // A member of the value that is called like a field of the record keeps its quotation marks.
            const bool guard = i == 0 && isRecordField(step.name) && (path.size() == 1 || step.name == u"header");
            text += (i > 0 ? u"."_s : QString()) + (guard ? quote(step.name) : memberName(step.name));
        } else {
            text += step.kind == FilterStep::Kind::All ? u"[*]"_s : u"[%1]"_s.arg(step.index);
        }
    }
    return text;
}

QString operatorText(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Contains:
        return u": "_s;
    case FilterOperator::Equal:
        return u" = "_s;
    case FilterOperator::NotEqual:
        return u" != "_s;
    case FilterOperator::Less:
        return u" < "_s;
    case FilterOperator::LessOrEqual:
        return u" <= "_s;
    case FilterOperator::Greater:
        return u" > "_s;
    case FilterOperator::GreaterOrEqual:
        return u" >= "_s;
    case FilterOperator::Matches:
        return u" ~ "_s;
    case FilterOperator::Exists:
        return u": *"_s;
    case FilterOperator::IsNull:
        return u" = null"_s;
    case FilterOperator::IsNotNull:
        return u" != null"_s;
    }
    return {};
}

QString patternText(QString pattern, bool ignoreCase)
{
    return u'/' + pattern.replace(u'/', u"\\/"_s) + (ignoreCase ? u"/i"_s : u"/"_s);
}

QString comparisonText(const FilterComparison& c)
{
    const QString field = c.field.toString();
    QString text;
    switch (c.op) {
    case FilterOperator::Exists:
    case FilterOperator::IsNull:
    case FilterOperator::IsNotNull:
        break;
    case FilterOperator::Matches:
        text = patternText(c.text, c.ignoreCase);
        break;
    default:
        text = c.quoted ? quote(c.text) : c.text;
    }
    return c.field.kind == FilterField::Kind::Anywhere ? text : field + operatorText(c.op) + text;
}

QString nodeText(const FilterNode& node, bool nested)
{
    switch (node.kind) {
    case FilterNode::Kind::All:
        return {};
    case FilterNode::Kind::Comparison:
        return comparisonText(node.comparison);
    case FilterNode::Kind::Not:
        return u"not "_s + nodeText(node.children.first(), true);
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or:
        break;
    }
    QStringList parts;
    for (const FilterNode& child : node.children)
        parts.append(nodeText(child, true));
    const QString joined = parts.join(node.kind == FilterNode::Kind::And ? u" and "_s : u" or "_s);
    return nested ? u'(' + joined + u')' : joined;
}

} // namespace

QString FilterField::toString() const
{
    switch (kind) {
    case Kind::Anywhere:
        return {};
    case Kind::Key:
        return u"key"_s;
    case Kind::Value:
        return u"value"_s;
    case Kind::Partition:
        return u"partition"_s;
    case Kind::Offset:
        return u"offset"_s;
    case Kind::Timestamp:
        return u"timestamp"_s;
    case Kind::Size:
        return u"size"_s;
    case Kind::Header:
        return u"header."_s + quote(name);
    case Kind::Path:
        return pathText(path);
    case Kind::Extra:
        return name;
    }
    return {};
}

QString FilterNode::toString() const
{
    return nodeText(*this, false);
}

} // namespace nc
