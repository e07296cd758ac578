#pragma once

#include "connections/workspace.h"
#include "failures/lists/failuremodels.h"
#include "widgets/failures/sending/sendedits.h"
#include "widgets/failures/sending/sendform.h"
#include "widgets/failures/sending/sendrun.h"
#include "widgets/failures/sending/sendtrial.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
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
    SendDialog(Workspace& workspace, std::shared_ptr<const SendJob> job, const FailureScope& scope, Verdicts verdicts,
        QWidget* parent);

    /// A paused run cannot be closed away: nobody could let it go on.
    void reject() override;

Q_SIGNALS:
    /// Something was sent, or tried to be.
    void written();

private:
    void build();
    QWidget* buildResults();
    void connectParts();
    void connectWork();
    SendOptions options() const;
    void learnTopics();
    /// What would go by itself, and what is held.
    void tryOut();
    /// The same with what is held and was chosen nevertheless.
    void tryChosen();
    void takeTrial(bool whole);
    void takeFailedTrial(const Error& error);
    void showNotes();
    void start();
    void showCourse();
    void takeRun(const SendFindings& found);
    void takeFailedRun(const Error& error);
    void endRun();
    void updateButtons();
    bool isReplay() const { return m_job->isReplay(); }
    QString targetWords() const;

    Workspace& m_workspace;
    std::shared_ptr<const SendJob> m_job;
    Verdicts m_verdicts;
    SendTrial* m_trial;
    SendRun* m_run;
    SendEdits* m_edits;
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
    bool m_done = false;
};

} // namespace nc
