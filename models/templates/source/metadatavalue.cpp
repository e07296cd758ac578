#include "templates/source/metadatavalue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// YAML 1.1's whole numbers and fractions as snakeyaml resolves them; those in base 60 (1:30) stay text in Jackson, only
// their fractions (1:30.5) are numbers, and broken ones.
bool isNumber(const QString& text)
{
    static const QRegularExpression number(uR"re(\A(?:
          [-+]?0b_*[01][01_]*
        | [-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*
        | [-+]?[0-9][0-9_]*
        | [-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?
        | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*
        | [-+]?\.(?:inf|Inf|INF)
        | \.(?:nan|NaN|NAN)
        )\z)re"_s,
        QRegularExpression::ExtendedPatternSyntaxOption);
    return number.match(text).hasMatch();
}

bool isBoolean(const QString& text)
{
    static const QStringList words{u"true"_s, u"True"_s, u"TRUE"_s, u"false"_s, u"False"_s, u"FALSE"_s};
    return words.contains(text);
}

MetadataType typeOfTag(const QString& tag, const QString& text)
{
    const QString kind = tag.section(u':', -1);
    if (!tag.startsWith("tag:yaml.org,2002:"_L1))
        return MetadataType::Text;
    if (kind == "null"_L1)
        return MetadataType::Null;
    if (kind == "int"_L1)
        return isNumber(text) ? MetadataType::Number : MetadataType::Text;
    if (kind == "float"_L1)
        return MetadataType::Number;
    if (kind == "bool"_L1)
        return isBoolean(text) ? MetadataType::Boolean : MetadataType::Text;
    return MetadataType::Text;
}

} // namespace

MetadataType metadataType(const YamlNode& node)
{
    switch (node.kind) {
    case YamlNode::Kind::Sequence:
        return MetadataType::List;
    case YamlNode::Kind::Mapping:
        return MetadataType::Map;
    case YamlNode::Kind::Alias:
        return MetadataType::Text; // the alias's name: nothing is resolved
    case YamlNode::Kind::Scalar:
        break;
    }
    if (!node.tag.isEmpty() && node.tag != "!"_L1)
        return typeOfTag(node.tag, node.text);
    if (!node.isPlain())
        return MetadataType::Text;
    static const QStringList nulls{QString(), u"~"_s, u"null"_s, u"Null"_s, u"NULL"_s};
    if (nulls.contains(node.text))
        return MetadataType::Null;
    if (isBoolean(node.text))
        return MetadataType::Boolean;
    return isNumber(node.text) ? MetadataType::Number : MetadataType::Text;
}

} // namespace nc
