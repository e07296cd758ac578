#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTimer;

namespace nc {

class DiffView;
class JsonEditor;

/// Changes a record before it is sent: its value, checked against what the target's reader expects and compared with
/// what it was; or a JSON merge patch for many. Deletes itself when closed.
class EditDialog : public QDialog {
    Q_OBJECT

public:
    /// One record: `original` is its value without wrappings, `target` the topic that it goes to.
    EditDialog(const QByteArray& original, const QString& target, QWidget* parent);
    /// A merge patch for many; `patch` may be empty.
    EditDialog(const QByteArray& patch, QWidget* parent);

Q_SIGNALS:
    void edited(const QByteArray& text);

private:
    void build(const QByteArray& text);
    void check();
    bool isPatch() const { return m_target.isEmpty(); }

    QByteArray m_original;
    QString m_target;
    bool m_wasDense = false;
    JsonEditor* m_editor;
    DiffView* m_diff;
    QTabWidget* m_tabs;
    QLabel* m_problem;
    QPushButton* m_use;
    QTimer* m_timer;
};

} // namespace nc
