#pragma once

#include "failures/verdicts/templateevents.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace nc {

class DataTable;
class StateView;
class TextView;

/// Real events that use a template, newest first; one is taken as sample data. People are masked on screen; what is
/// taken is what the event brought.
class EventDialog : public QDialog {
    Q_OBJECT

public:
    EventDialog(const QString& templateName, QWidget* parent);

    void setEvents(const Seen<TemplateEvents>& found);
    void showFailed(const Error& error);

Q_SIGNALS:
    void taken(const nc::TemplateEvent& event);

private:
    void showDetail(const QModelIndex& index);
    void take();

    QString m_templateName;
    TemplateEventModel m_model;
    DataTable* m_table;
    TextView* m_detail;
    StateView* m_state;
    QLabel* m_problem;
    QPushButton* m_take;
};

} // namespace nc
