#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>
#include <QStringList>

#include <functional>

class QLineEdit;
class QListWidget;
class QLabel;

namespace nc {

struct Command {
    QString text; ///< in the window's language
    QString group; ///< page or area, shown at the right
    QStringList otherWords; ///< found as well: the other language
    QString keys;
    QIcon icon;
    bool enabled = true;
    std::function<void()> run;
};

/// Ctrl+K: type some letters of what is wanted in either language, Enter does it.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    void open(QList<Command> commands);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& text);
    void runCurrent();
    void place();

    QLineEdit* m_line;
    QListWidget* m_list;
    QLabel* m_nothing;
    QList<Command> m_commands;
};

} // namespace nc
