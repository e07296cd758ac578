#pragma once

#include "core/setting.h"

#include <QList>

/// The one table of settings. To add one: a line here and its name in all(); the values live in the files that
/// core/settings.h reads and writes. A renamed one keeps its old name in the last argument.
namespace nc::settings {

// What a person chose
inline const Setting<QString> language{"language", {}}; ///< "uk", "en"; empty: the system's
inline const Setting<QString> theme{"theme", QStringLiteral("system")}; ///< "system", "light", "dark"
inline const Setting<bool> maskPersonalData{"privacy.mask", true};
/// How dead-letter topics are called, `*` standing for the topic (connections/deadletternaming.h reads it).
inline const Setting<QStringList> deadLetterNames{"deadletters.names",
    {QStringLiteral("*.DLT"), QStringLiteral("*-dlt"), QStringLiteral("*.DLQ"), QStringLiteral("*-dlq"),
        QStringLiteral("*.dead_letter"), QStringLiteral("dead-letter-topic-*"), QStringLiteral("dead-letter-*")},
    SettingScope::Shared, {"deadletters.suffixes"}};
inline const Setting<QJsonObject> shelfLives{"deadletters.shelflives", {}}; ///< {template: duration}
inline const Setting<int> maximumReturns{"deadletters.maximumreturns", 5}; ///< what came back more often is held

// Where things were
inline const Setting<QByteArray> windowGeometry{"window.geometry", {}, SettingScope::State};
inline const Setting<QString> page{"window.page", QStringLiteral("overview"), SettingScope::State};

inline QList<const SettingKey*> all()
{
    return {
        &language, &theme, &maskPersonalData, &deadLetterNames, &shelfLives, &maximumReturns, &windowGeometry, &page};
}

} // namespace nc::settings
