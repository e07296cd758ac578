#pragma once

#include "authoring/problemmodel.h"
#include "widgets/table/datatable.h"

namespace nc {

/// Problems of the template that is being edited; a click leads to the place.
class ProblemsPane : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPane(QWidget* parent = nullptr);

    void setProblems(const QList<Problem>& problems);
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen(const nc::Problem& problem);
    /// The context menu or Alt+Enter: what can be done about it.
    void fixesAsked(const nc::Problem& problem, const QPoint& at);

private:
    void showSentence(const QModelIndex& index);

    ProblemModel* m_model;
    DataTable* m_table;
    class QLabel* m_none;
    QLabel* m_sentence; ///< of the current row, whole
};

} // namespace nc
