#pragma once

#include "core/itemroles.h"
#include "core/sentences.h"
#include "failures/trace/traceresult.h"

#include <QAbstractItemModel>

namespace nc {

/// A trace as a tree: notification → channel → steps. Columns: what (template, channel or stage), when, state, place,
/// words. GUI thread. Partial results replace what is there without losing the selection: rows that stay keep their
/// index. Roles: DisplayRole, roles::State (outcome or state), roles::Tone, roles::Identity, and those below.
class TraceModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, When, State, Place, Words, ColumnCount };
    enum Role {
        Level = roles::Area, ///< 0 notification, 1 channel, 2 step
        Stage, ///< QString: stageName() of a step
        Channel, ///< QString; empty: the event as a whole
        Template, ///< QString
        Recipient, ///< QString
        Process, ///< QString
        TraceId, ///< QString, of a step
        Deliveries, ///< int, of a channel
        Topic, ///< QString, of a step
        Partition, ///< int
        Offset, ///< qint64
    };
    explicit TraceModel(QObject* parent = nullptr);

    void setResult(TraceResult result);
    const TraceResult& result() const { return m_result; }
    /// The language of the words; emits dataChanged.
    void setLanguage(Language language);

    /// What an index stands for; null where it is of another level.
    const TraceNotification* notification(const QModelIndex& index) const; ///< of any level: the one it belongs to
    const TraceChannel* channel(const QModelIndex& index) const; ///< of a channel or a step
    const TraceStep* step(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QVariant notificationCell(const TraceNotification& notification, int column, int role) const;
    QVariant channelCell(const TraceChannel& channel, int column, int role) const;
    QVariant stepCell(const TraceStep& step, int column, int role) const;
    void become(int row, const TraceNotification& next);
    void becomeChannel(const QModelIndex& top, int row, const TraceChannel& next);
    void touch(const QModelIndex& parent);

    TraceResult m_result;
    Language m_language = Language::English;
};

} // namespace nc
