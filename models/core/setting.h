#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <vector>

namespace nc {

enum class SettingScope {
    Shared, ///< settings.json of the configuration folder: what a person chose
    State, ///< state.json beside it: where windows and splitters were; losing it loses nothing
};

/// What is known of a setting whatever its type. Lives as long as the program: settings are constants.
struct SettingKey {
    const char* name; ///< dotted, as it stands in the file
    SettingScope scope;
    std::vector<const char*> oldNames; ///< read when the name itself is not there, and taken out by the next write
};

template <class T>
struct Setting : SettingKey {
    T otherwise;

    Setting(const char* key, T fallback, SettingScope where = SettingScope::Shared,
        std::initializer_list<const char*> former = {})
        : SettingKey{key, where, former}
        , otherwise(std::move(fallback))
    {
    }
};

/// How a value stands in the file. A value of another type counts as not there.
namespace settingvalue {

QJsonValue toJson(bool value);
QJsonValue toJson(int value);
QJsonValue toJson(const QString& value);
QJsonValue toJson(const QStringList& value);
QJsonValue toJson(const QByteArray& value); ///< base64: window geometry and the like
QJsonValue toJson(const QJsonObject& value);

bool fromJson(const QJsonValue& json, bool* value);
bool fromJson(const QJsonValue& json, int* value);
bool fromJson(const QJsonValue& json, QString* value);
bool fromJson(const QJsonValue& json, QStringList* value);
bool fromJson(const QJsonValue& json, QByteArray* value);
bool fromJson(const QJsonValue& json, QJsonObject* value);

} // namespace settingvalue
} // namespace nc
