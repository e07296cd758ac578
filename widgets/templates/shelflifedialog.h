#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nc {

class Workspace;

/// How long the messages of a template make sense; what is older is held when it is sent again (docs/why-it-failed.md).
/// A setting of this console, written at once.
class ShelfLifeDialog : public QDialog {
    Q_OBJECT

public:
    /// `key`: CHANNEL/NAME. Deletes itself when closed.
    static ShelfLifeDialog* ask(QWidget* parent, Workspace& workspace, const QString& key);

Q_SIGNALS:
    void changed();

private:
    ShelfLifeDialog(QWidget* parent, Workspace& workspace, const QString& key);
    void check();
    void save();

    Workspace& m_workspace;
    QString m_key;
    QComboBox* m_choice;
    QLineEdit* m_duration;
    QLabel* m_problem;
    QPushButton* m_save;
};

} // namespace nc
