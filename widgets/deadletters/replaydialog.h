#pragma once

#include "connections/workspace.h"
#include "deadletters/replayer.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace nc {

class DataTable;
class DiffView;
class ReplayResultModel;

/// What a replay may be about: chosen records, a group, or all open ones of the topic.
struct ReplayScope {
    QString topic;
    OffsetSelection selected;
    OffsetSelection group;
    QString groupName;
};

/// Replay in one place: what goes where, tried out before anything is sent; header difference; reason and rate;
/// progress by acknowledgement; what became of each. Deletes itself when closed; a run goes on in the task bar.
class ReplayDialog : public QDialog {
    Q_OBJECT

public:
    ReplayDialog(Workspace& workspace, ReplayScope scope, QWidget* parent);

Q_SIGNALS:
    /// Records were sent.
    void written();

private:
    struct Outcome {
        ReplaySummary summary;
        QList<ReplayResult> results; ///< the first of them
        QByteArray headersBefore;
        QByteArray headersAfter;
    };
    void build();
    void chooseScope();
    ReplayRequest request() const;
    void tryOut();
    void takeTrial(Result<Outcome> outcome);
    void start();
    void takeRun(Result<Outcome> outcome);
    void updateButtons();
    QString target() const;

    Workspace& m_workspace;
    ReplayScope m_scope;
    QComboBox* m_what;
    QComboBox* m_to;
    QCheckBox* m_replies;
    QCheckBox* m_samePartition;
    QCheckBox* m_force;
    QSpinBox* m_rate;
    QLineEdit* m_reason;
    QLabel* m_typeLabel;
    QLineEdit* m_type;
    QLabel* m_counts;
    QTabWidget* m_tabs;
    DataTable* m_table;
    ReplayResultModel* m_results;
    DiffView* m_diff;
    QProgressBar* m_progress;
    QPushButton* m_close;
    QPushButton* m_go;
    quint64 m_trial = 0;
    quint64 m_task = 0;
    qint64 m_wouldGo = 0;
    bool m_running = false;
    bool m_done = false;
};

} // namespace nc
