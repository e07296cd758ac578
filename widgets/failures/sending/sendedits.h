#pragma once

#include "connections/workspace.h"

#include <QMap>
#include <QWidget>

namespace nc {

/// What is changed in dead letters before they go: all of them by a patch, or single ones. GUI thread.
class SendEdits : public QObject {
    Q_OBJECT

public:
    using Edits = QMap<std::pair<qint32, qint64>, QByteArray>;

    /// Its dialogs stand over `parent`.
    SendEdits(Workspace& workspace, QString topic, QWidget* parent);

    bool isEmpty() const { return m_patch.isEmpty() && m_edits.isEmpty(); }
    const QByteArray& patch() const { return m_patch; }
    const Edits& edits() const { return m_edits; }
    /// Opens a dialog on the one that goes, or on a patch for several; `target`: whose reader has to understand it.
    void edit(const QList<quint64>& going, const QString& target);

Q_SIGNALS:
    void changed();
    void failed(const nc::Error& error);

private:
    void editAll();
    void editOne(quint64 place, const QString& target);

    Workspace& m_workspace;
    QString m_topic;
    QWidget* m_parent;
    QByteArray m_patch;
    Edits m_edits;
};

} // namespace nc
