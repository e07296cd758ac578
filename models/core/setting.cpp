#include "core/setting.h"

#include <QJsonArray>

#include <limits>

namespace nc::settingvalue {

QJsonValue toJson(bool value)
{
    return value;
}

QJsonValue toJson(int value)
{
    return value;
}

QJsonValue toJson(const QString& value)
{
    return value;
}

QJsonValue toJson(const QStringList& value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue toJson(const QByteArray& value)
{
    return QString::fromLatin1(value.toBase64());
}

QJsonValue toJson(const QJsonObject& value)
{
    return value;
}

bool fromJson(const QJsonValue& json, bool* value)
{
    *value = json.toBool();
    return json.isBool();
}

bool fromJson(const QJsonValue& json, int* value)
{
    const qint64 whole = json.toInteger(std::numeric_limits<qint64>::max());
    if (!json.isDouble() || whole < std::numeric_limits<int>::min() || whole > std::numeric_limits<int>::max())
        return false;
    *value = static_cast<int>(whole);
    return true;
}

bool fromJson(const QJsonValue& json, QString* value)
{
    *value = json.toString();
    return json.isString();
}

bool fromJson(const QJsonValue& json, QStringList* value)
{
    value->clear();
    for (const QJsonValue& item : json.toArray()) {
        if (!item.isString())
            return false;
        value->append(item.toString());
    }
    return json.isArray();
}

bool fromJson(const QJsonValue& json, QByteArray* value)
{
    auto decoded = QByteArray::fromBase64Encoding(json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!json.isString() || !decoded)
        return false;
    *value = std::move(decoded.decoded);
    return true;
}

bool fromJson(const QJsonValue& json, QJsonObject* value)
{
    *value = json.toObject();
    return json.isObject();
}

} // namespace nc::settingvalue
