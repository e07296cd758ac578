#include "templates/source/checksum.h"

#include "templates/source/textfile.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void appendText(QByteArray& json, const QByteArray& text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    json += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\b':
            json += "\\b";
            break;
        case '\t':
            json += "\\t";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\f':
            json += "\\f";
            break;
        case '\r':
            json += "\\r";
            break;
        default:
            if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
                json += "\\u00";
                json += digits[byte >> 4U];
                json += digits[byte & 0xFU];
            } else {
                json += c;
            }
        }
    }
    json += '"';
}

void appendField(QByteArray& json, const char* name, const std::optional<QString>& value)
{
    json += json.isEmpty() ? '{' : ',';
    json += '"';
    json += name;
    json += "\":";
    if (value)
        appendText(json, value->toUtf8());
    else
        json += "null";
}

std::optional<QString> attribute(const QMap<QString, QString>& attributes, const QString& name)
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::nullopt : std::optional(*found);
}

} // namespace

QByteArray diiaTemplateJson(
    const std::optional<QString>& title, const QMap<QString, QString>& attributes, const QString& content)
{
    QByteArray json;
    appendField(json, "actionType", attribute(attributes, u"actionType"_s));
    appendField(json, "templateType", attribute(attributes, u"templateType"_s));
    appendField(json, "title", title);
    appendField(json, "shortText", attribute(attributes, u"shortText"_s));
    appendField(json, "fullText", content);
    json += '}';
    return json;
}

QByteArray contentChecksum(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray templateChecksum(Channel channel, const std::optional<QString>& title,
    const QMap<QString, QString>& attributes, const QByteArray& content)
{
    if (channel == Channel::Diia)
        return contentChecksum(diiaTemplateJson(title, attributes, decodeLikeJava(content).text));
    return contentChecksum(content);
}

} // namespace nc
