#pragma once

#include <QDialog>

class QAction;

namespace nc {

/// F1: which keys do what, of the window and of the page in sight.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    static void show(QWidget* parent, const QList<QAction*>& windowActions, const QList<QAction*>& pageActions);

private:
    ShortcutsDialog(QWidget* parent, const QList<QAction*>& windowActions, const QList<QAction*>& pageActions);
};

} // namespace nc
