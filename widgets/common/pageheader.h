#pragma once

#include "core/itemroles.h"

#include <QHash>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace nc {

class ElidedLabel;
class ToneLabel;

/// Top of a page: title, one line of state, actions at the right. Buttons follow their actions (text, icon, enabled,
/// visible); their objectName is the action's with "Button" behind it.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Neutral stands as plain text, other tones as a label with icon.
    void setStateLine(const QString& text, Tone tone = Tone::Neutral);
    QString stateLine() const;

    /// The one filled button, at the far right.
    void setPrimaryAction(QAction* action);
    /// Left of the primary one, in the order of the calls.
    void addAction(QAction* action);
    /// Behind "…": what is needed seldom, and what destroys.
    void addMenuAction(QAction* action);
    QPushButton* buttonFor(const QAction* action) const { return m_buttons.value(action); }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QPushButton* makeButton(QAction* action);
    QPushButton* moreButton();
    /// In a narrow window the first actions move behind "…", so that title and state can be read.
    void collapse();
    void nameMore();

    QLabel* m_title;
    ElidedLabel* m_state;
    ToneLabel* m_tone;
    QHBoxLayout* m_actions;
    QPushButton* m_primary = nullptr;
    QPushButton* m_more = nullptr;
    QHash<const QAction*, QPushButton*> m_buttons;
    QList<QAction*> m_order; ///< of the buttons between "…" and the primary one
    QList<QAction*> m_collapsed;
    bool m_menuUsed = false;
    bool m_arranging = false;
};

/// Makes a push button that follows its action.
QPushButton* buttonOf(QAction* action, QWidget* parent);

} // namespace nc
