#include "yaml/yamlscalar.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool looksLikeSomethingElse(const QString& text)
{
    static const QRegularExpression words(
        uR"(^(y|n|yes|no|true|false|on|off|null|~|=|<<)$)"_s, QRegularExpression::CaseInsensitiveOption);
    // Numbers of every kind, sexagesimals and dates: anything made of their signs that begins like one.
    static const QRegularExpression numbers(
        uR"(^[-+]?(\.?[0-9][0-9_.,:xXoOa-fA-F+-]*|\.(inf|nan))$)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(uR"(^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"_s);
    return words.match(text).hasMatch() || numbers.match(text).hasMatch() || date.match(text).hasMatch();
}

bool isPlainCharacter(QChar c)
{
    return c.isPrint() || c.isSurrogate();
}

QByteArray doubleQuoted(const QString& text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (!isPlainCharacter(c) || c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0xFEFF))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return (out + u'"').toUtf8();
}

QByteArray singleQuoted(const QString& text)
{
    return '\'' + QString(text).replace(u"'"_s, u"''"_s).toUtf8() + '\'';
}

bool fitsSingleQuotes(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), isPlainCharacter);
}

QByteArray quoted(const QString& text, bool single)
{
    return single && fitsSingleQuotes(text) ? singleQuoted(text) : doubleQuoted(text);
}

} // namespace

bool yamlNeedsQuotes(const QString& text, bool flow)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace() || looksLikeSomethingElse(text))
        return true;
    if (u"-?:,[]{}#&*!|>'\"%@`."_s.contains(text.front()) || text.endsWith(u':'))
        return true;
    if (text.contains(u": "_s) || text.contains(u" #"_s) || !fitsSingleQuotes(text))
        return true;
    static const QRegularExpression flowSigns(u"[,\\[\\]{}:]"_s);
    return flow && text.contains(flowSigns);
}

QByteArray yamlScalarText(const YamlValue& value, YamlNode::Style like, bool flow, bool preferSingle)
{
    if (like == YamlNode::Style::SingleQuoted)
        return quoted(value.text, true);
    if (like == YamlNode::Style::DoubleQuoted)
        return quoted(value.text, false);
    if (value.type != YamlValue::Type::String || !yamlNeedsQuotes(value.text, flow))
        return value.text.toUtf8();
    return quoted(value.text, preferSingle);
}

bool yamlMeans(const YamlNode& node, const YamlValue& value)
{
    if (node.kind != YamlNode::Kind::Scalar || node.text != value.text || node.begin == node.end)
        return false;
    if (!node.tag.isEmpty() && node.tag != u"!" && node.tag != u"tag:yaml.org,2002:str")
        return value.type != YamlValue::Type::String;
    // A number in quotes is left in them: templates print both alike.
    if (value.type != YamlValue::Type::String || !node.isPlain() || !node.tag.isEmpty())
        return true;
    return !looksLikeSomethingElse(node.text);
}

} // namespace nc
