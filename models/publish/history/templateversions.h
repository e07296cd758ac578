#pragma once

#include "publish/history/historyentry.h"

#include <QList>

namespace nc {

/// One state of a row, as far as this console saw it: before each of its own publishes, and now.
struct TemplateVersion {
    int number = 0; ///< from 1, oldest first; stays what it is
    TemplateRow row;
    std::optional<QByteArray> content; ///< absent where it was not kept
    EpochMs from = 0; ///< stood there since
    std::optional<EpochMs> until; ///< absent: stands there now
    /// Who put it there and what it was made from, where it was this console.
    QString by;
    std::optional<TemplateOrigin> origin;
    int restored = 0; ///< it is an older version that was put back
    /// Who replaced it: "update", "delete", "restore"; empty for what stands there now.
    QString replacedBy;

    bool isCurrent() const { return !until.has_value(); }
};

/// The states of one row out of its history entries (in their order) and what stands there now. Neighbours that are the
/// same are one version. Pure.
QList<TemplateVersion> versionsOf(const QList<HistoryEntry>& entries, const std::optional<TemplateRow>& now,
    const std::optional<QByteArray>& content);

/// The version that stood there at that time; null where nothing is known of it, or nothing stood there.
const TemplateVersion* versionAt(const QList<TemplateVersion>& versions, EpochMs time);
const TemplateVersion* versionNumbered(const QList<TemplateVersion>& versions, int number);

} // namespace nc
