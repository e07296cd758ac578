#pragma once

#include "connections/workspace.h"
#include "deadletters/failuremodels.h"
#include "widgets/deadletters/failurestab.h"
#include "widgets/deadletters/sendjob.h"

#include <QDialog>
#include <QMap>

class QCheckBox;
class QComboBox;
class QFormLayout;
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

/// Sending failures again in one place: which ones and where to, tried out before anything goes; what is held and why,
/// with the choice to send it all the same; verdicts; one example before and after; reason and rate; progress by
/// acknowledgement, pause, stop; what became of each. Deletes itself when closed; a run then goes on in the task bar.
class SendDialog : public QDialog {
    Q_OBJECT

public:
    SendDialog(Workspace& workspace, std::shared_ptr<const SendJob> job, FailureScope scope, Verdicts verdicts,
        QWidget* parent);

Q_SIGNALS:
    /// Something was sent, or tried to be.
    void written();

private:
    struct Outcome {
        ReplaySummary summary;
        QList<ReplayResult> results; ///< the first of them
        QMap<SkipReason, qint64> held;
        OffsetSelection going; ///< of a dry run
        QList<quint64> goingPlaces;
        SendJob::Example example;
    };
    struct Hold {
        SkipReason reason;
        QCheckBox* box;
    };
    void build();
    QWidget* buildOptions();
    QWidget* buildResults();
    void connectParts();
    SendOptions options() const;
    Result<Outcome> doIt(bool dryRun) const;
    std::function<Result<Outcome>(TaskContext&)> workFor(bool dryRun) const;
    void tryOut();
    void takeTrial(Result<Outcome> outcome);
    void showHeld();
    void showVerdicts();
    void start();
    void takeRun(Result<Outcome> outcome);
    void updateButtons();
    void setPaused(bool paused);
    bool isReplay() const { return m_job->choosesTarget(); }
    QString target() const;
    QString targetWords() const;
    bool isHeld(SkipReason reason) const;

    Workspace& m_workspace;
    std::shared_ptr<const SendJob> m_job;
    FailureScope m_scope;
    Verdicts m_verdicts;
    std::shared_ptr<PauseGate> m_gate;
    QFormLayout* m_form;
    QComboBox* m_what;
    QComboBox* m_to;
    QSpinBox* m_rate;
    QLineEdit* m_reason;
    QList<Hold> m_holds;
    QCheckBox* m_samePartition;
    QCheckBox* m_onlyGood;
    QCheckBox* m_atLeastOnce;
    QLabel* m_typeLabel;
    QLineEdit* m_type;
    QLabel* m_counts;
    QLabel* m_notes;
    QTabWidget* m_tabs;
    DataTable* m_table;
    ReplayResultModel* m_results;
    DiffView* m_diff;
    QProgressBar* m_progress;
    QPushButton* m_close;
    QPushButton* m_pause;
    QPushButton* m_go;
    Outcome m_trialOutcome;
    quint64 m_trial = 0;
    quint64 m_trialTask = 0;
    quint64 m_task = 0;
    qint64 m_wouldGo = 0;
    bool m_running = false;
    bool m_paused = false;
    bool m_done = false;
};

} // namespace nc
