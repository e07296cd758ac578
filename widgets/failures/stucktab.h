#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "failures/letters/stuck.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nc {

class DataTable;
class NoticeBar;
class StateView;
class StuckModel;

/// Consumers that stand still before a record that cannot be dead-lettered, and the way past it.
class StuckTab : public QWidget {
    Q_OBJECT

public:
    StuckTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);

    void refresh();
    void retranslate();
    int count() const;

Q_SIGNALS:
    void changed();

private:
    void take(Seen<QList<StuckPartition>> found);
    void showRemedy();
    void askForFile();
    void confirm(const StuckPartition& stuck, const QString& file);
    void skip(const StuckPartition& stuck, const QString& file);
    /// The kept record in an editor, checked against what its reader expects; then it is sent.
    void mend(const QString& file);
    void sendMended(const Record& record, const QByteArray& value);

    Workspace& m_workspace;
    NoticeBar* m_notices;
    StuckModel* m_model;
    DataTable* m_table;
    QLabel* m_remedy;
    QPushButton* m_skip;
    StateView* m_state;
    quint64 m_generation = 0;
};

} // namespace nc
