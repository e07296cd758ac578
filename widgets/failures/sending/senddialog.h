#pragma once

#include "connections/workspace.h"
#include "failures/lists/failuremodels.h"
#include "widgets/failures/sending/sendform.h"
#include "widgets/failures/sending/sendjob.h"

#include <QDialog>

#include <atomic>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTimer;

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
    SendDialog(Workspace& workspace, std::shared_ptr<const SendJob> job, const FailureScope& scope, Verdicts verdicts,
        QWidget* parent);

    /// A paused run cannot be closed away: nobody could let it go on.
    void reject() override;

Q_SIGNALS:
    /// Something was sent, or tried to be.
    void written();

private:
    struct Outcome {
        ReplaySummary summary;
        QList<ReplayResult> results; ///< the first of them
        SendForm::Held held;
        QList<quint64> going;
        SendJob::Example example;
        std::optional<RunningReplay> running;
    };
    void build();
    QWidget* buildResults();
    void connectParts();
    SendOptions options() const;
    /// How far a run is: the sending thread counts, the dialog looks.
    struct Course {
        qint64 going = 0; ///< to be sent
        std::atomic<qint64> settled = 0; ///< sent, or found to be impossible
    };
    std::function<Result<Outcome>(TaskContext&)> workFor(
        const SendOptions& options, bool dryRun, std::shared_ptr<Course> course = {}) const;
    /// What would go by itself, and what is held.
    void tryOut();
    void learnTopics();
    /// The same with what is held and was chosen nevertheless.
    void tryChosen();
    void runTrial(const SendOptions& options, bool whole);
    void takeTrial(Result<Outcome> outcome, bool whole);
    void showNotes();
    void edit();
    void start();
    void showCourse();
    void takeRun(Result<Outcome> outcome);
    void showResult(const Outcome& outcome);
    void updateButtons();
    void setPaused(bool paused);
    bool isReplay() const { return m_job->isReplay(); }
    QString targetWords() const;
    std::pair<qint64, qint64> verdictCounts() const;
    static OffsetSelection selectionOf(const QList<quint64>& places);
    bool leavesOut(quint64 place) const;
    qint64 goingCount() const;

    Workspace& m_workspace;
    std::shared_ptr<const SendJob> m_job;
    Verdicts m_verdicts;
    std::shared_ptr<ReplayControl> m_control;
    SendForm* m_form;
    QCheckBox* m_atLeastOnce;
    QPushButton* m_edit;
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
    QByteArray m_patch;
    QMap<std::pair<qint32, qint64>, QByteArray> m_edits;
    Outcome m_base; ///< what would go by itself
    Outcome m_plan; ///< what goes with what was chosen
    quint64 m_trial = 0;
    quint64 m_trialTask = 0;
    quint64 m_task = 0;
    std::shared_ptr<Course> m_course; ///< of the latest run
    QTimer* m_ticker;
    bool m_tried = false;
    bool m_running = false;
    bool m_paused = false;
    bool m_done = false;
};

} // namespace nc
