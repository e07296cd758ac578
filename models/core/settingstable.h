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
inline const Setting<int> newestRecords{"topics.newest", 100}; ///< how many records the reader shows first
inline const Setting<QJsonArray> savedFilters{"topics.filters", {}}; ///< [{"name","filter"}]
inline const Setting<QStringList> deadLetterSuffixes{"deadletters.suffixes",
    {QStringLiteral(".DLT"), QStringLiteral("-dlt"), QStringLiteral(".DLQ"), QStringLiteral("-dlq"),
        QStringLiteral(".dead_letter")}};
inline const Setting<QJsonObject> shelfLives{"deadletters.shelflives", {}}; ///< {template: duration}
inline const Setting<int> maximumReturns{"deadletters.maximumreturns", 5}; ///< what came back more often is held
inline const Setting<QJsonObject> trustedClones{"git.trusted", {}}; ///< {folder: its owner's user id}

// Where things were
inline const Setting<QByteArray> windowGeometry{"window.geometry", {}, SettingScope::State};
inline const Setting<QByteArray> windowState{"window.state", {}, SettingScope::State};
inline const Setting<QString> page{"window.page", QStringLiteral("overview"), SettingScope::State};
inline const Setting<QJsonObject> splitters{"window.splitters", {}, SettingScope::State}; ///< {name: base64}
inline const Setting<QJsonObject> columns{"window.columns", {}, SettingScope::State}; ///< {table: base64}

inline QList<const SettingKey*> all()
{
    return {&language, &theme, &maskPersonalData, &newestRecords, &savedFilters, &deadLetterSuffixes, &shelfLives,
        &maximumReturns, &trustedClones, &windowGeometry, &windowState, &page, &splitters, &columns};
}

} // namespace nc::settings
