#pragma once

#include "publish/plan/planmodel.h"
#include "publish/session/publishsession.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace nc {

class DataTable;
class DiffView;
class HistoryPane;
class HistorySession;
class ImpactPane;
class ImpactSession;
class StateView;
struct TemplateVersion;

/// The plan as a table with a choice of rows, and what became of each; of the current one the difference (as it stands
/// in the row, as the author wrote it, as a reader sees it), what it means for real events, and its history. Starts
/// nothing that writes by itself: publishing and putting back are confirmed by the page.
class PublishPane : public QWidget {
    Q_OBJECT

public:
    /// Tabs of the detail.
    enum class Detail { Prepared, Source, Reader, Events, History };

    PublishPane(PublishSession& session, ImpactSession& impact, HistorySession& history, QWidget* parent = nullptr);

    /// Reads the plan anew.
    void load();
    /// Brings a template to the front, as soon as there is a plan.
    void show(const QString& key, Detail detail);
    QStringList chosen() const { return m_model->chosen(); }
    QStringList chosenDeletions() const { return m_model->chosenDeletions(); }
    const PlanModel& model() const { return *m_model; }
    /// Production: what is in no commit is not chosen by itself.
    void setCommittedOnly(bool committedOnly) { m_committedOnly = committedOnly; }
    /// A publish has been started: results are shown.
    void begin();
    /// "3 to create, 1 to change, …".
    QString summary() const;
    void retranslate();

Q_SIGNALS:
    void choiceChanged();
    void restoreAsked(const nc::TemplateVersion& version);

private:
    void setColumns();
    void showCurrent(const QModelIndex& index);
    void showDetail();
    void showPlan(const PublishPlan& plan);
    void showComparison(const PublishComparison& comparison);
    void select(const QString& key);
    QString reasonOf(const PlanItem& item) const;

    PublishSession& m_session;
    PlanModel* m_model;
    DataTable* m_table;
    QLabel* m_reason;
    QTabBar* m_tabs;
    QStackedWidget* m_details;
    DiffView* m_diff;
    QTimer m_late; ///< a comparison that takes its time
    StateView* m_diffState;
    ImpactPane* m_impact;
    HistoryPane* m_history;
    StateView* m_state;
    QString m_wanted;
    bool m_keepChoice = false;
    bool m_opened = false;
    bool m_begun = false;
    bool m_committedOnly = false;
};

} // namespace nc
