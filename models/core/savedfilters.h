#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace nc {

struct SavedFilter {
    QString name;
    QString text;

    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

/// Filters that people gave a name, by profile and by place (a filter line's objectName). A file `filters.json` of its
/// own, readable by its owner alone: filters name citizens. Small; each call reads the file, and each change is one
/// atomic write of the file as it is by then. A file that cannot be understood is left alone: errors::badSettings.
class SavedFilters {
public:
    explicit SavedFilters(QString configFolder);

    /// By name.
    Result<QList<SavedFilter>> list(const QString& profile, const QString& place) const;
    /// One of the same name is replaced.
    Result<void> save(const QString& profile, const QString& place, const SavedFilter& filter) const;
    Result<void> remove(const QString& profile, const QString& place, const QString& name) const;

private:
    Result<void> edit(
        const QString& profile, const QString& place, const std::function<void(QJsonObject& filters)>& change) const;

    QString m_path;
};

} // namespace nc
