#pragma once

#include "publish/planmodel.h"
#include "publish/publishsession.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nc {

class DataTable;
class DiffView;
class StateView;

/// The plan as a table with a choice of rows, the difference of the current one, and what became of each. Starts
/// nothing that writes by itself: publishAsked() is confirmed by the page.
class PublishPane : public QWidget {
    Q_OBJECT

public:
    PublishPane(PublishSession& session, QWidget* parent = nullptr);

    /// Reads the plan anew.
    void load();
    QStringList chosen() const { return m_model->chosen(); }
    QStringList chosenDeletions() const { return m_model->chosenDeletions(); }
    const PlanModel& model() const { return *m_model; }
    /// A publish has been started: results are shown.
    void begin();
    /// "3 to create, 1 to change, …".
    QString summary() const;
    void retranslate();

Q_SIGNALS:
    void choiceChanged();

private:
    void setColumns();
    void showCurrent(const QModelIndex& index);
    void showPlan(const PublishPlan& plan);

    PublishSession& m_session;
    PlanModel* m_model;
    DataTable* m_table;
    DiffView* m_diff;
    QLabel* m_reason;
    StateView* m_state;
    StateView* m_diffState;
    bool m_keepChoice = false;
    bool m_begun = false;
};

} // namespace nc
