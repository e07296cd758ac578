#pragma once

#include "publish/history/templateversions.h"

#include <QAbstractTableModel>

#include <functional>

namespace nc {

/// The versions of one template, newest first. GUI thread.
class VersionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, SinceColumn, UntilColumn, ByColumn, CommitColumn, TitleColumn, ColumnCount };

    /// `time` says a time in the words of the view.
    explicit VersionModel(std::function<QString(EpochMs)> time, QObject* parent = nullptr);

    void setVersions(const QList<TemplateVersion>& versions);
    const TemplateVersion& at(int row) const { return m_versions.at(m_versions.size() - 1 - row); }
    /// The one before it in time; null for the oldest.
    const TemplateVersion* before(int row) const;
    /// What stands there now; null when nothing does.
    const TemplateVersion* current() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::function<QString(EpochMs)> m_time;
    QList<TemplateVersion> m_versions; ///< oldest first
};

} // namespace nc
