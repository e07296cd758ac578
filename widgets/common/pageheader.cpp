#include "widgets/common/pageheader.h"

#include "widgets/style/buttons.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

QPushButton* buttonOf(QAction* action, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    if (!action->objectName().isEmpty())
        button->setObjectName(action->objectName() + u"Button"_s);
    const auto follow = [action, button] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->toolTip() == action->iconText() ? QString() : action->toolTip();
        button->setToolTip(key.isEmpty() ? tip : (tip.isEmpty() ? action->iconText() : tip) + u" ("_s + key + u')');
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_state(new ElidedLabel(this))
    , m_tone(new ToneLabel(this))
    , m_actions(new QHBoxLayout)
{
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    setTextSize(m_title, TextSize::Title);
    m_state->setObjectName(u"pageState"_s);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_tone->hide();

    auto* stateRow = new QHBoxLayout;
    stateRow->setSpacing(metrics::unit);
    // As high with a coloured state as with a plain one: nothing below jumps.
    stateRow->addStrut(m_tone->sizeHint().height());
    stateRow->addWidget(m_tone);
    stateRow->addWidget(m_state, 1);
    // Without it the buttons share the room while the state stands as a label.
    stateRow->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addLayout(stateRow);

    m_actions->setSpacing(metrics::unit);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageHeader::setStateLine(const QString& text, Tone tone)
{
    const bool plain = tone == Tone::Neutral;
    m_state->setVisible(plain);
    m_tone->setVisible(!plain);
    m_state->setFullText(text);
    if (!plain)
        m_tone->set(tone, text);
}

QString PageHeader::stateLine() const
{
    return m_state->fullText();
}

QPushButton* PageHeader::makeButton(QAction* action)
{
    QPushButton* button = buttonOf(action, this);
    m_buttons.insert(action, button);
    return button;
}

void PageHeader::setPrimaryAction(QAction* action)
{
    Q_ASSERT(!m_primary);
    m_primary = makeButton(action);
    setButtonKind(m_primary, ButtonKind::Primary);
    m_actions->addWidget(m_primary);
}

void PageHeader::addAction(QAction* action)
{
    const int last = m_actions->count() - (m_primary ? 1 : 0);
    m_actions->insertWidget(last, makeButton(action));
    m_order.append(action);
    // After the button has followed it.
    connect(action, &QAction::changed, this, &PageHeader::collapse);
}

void PageHeader::addMenuAction(QAction* action)
{
    m_menuUsed = true;
    moreButton()->menu()->addAction(action);
    m_more->show();
}

QPushButton* PageHeader::moreButton()
{
    if (m_more)
        return m_more;
    m_more = new QPushButton(this);
    m_more->setObjectName(u"moreButton"_s);
    m_more->setIcon(icon(Icon::More));
    nameMore();
    m_more->setMenu(new QMenu(m_more));
    // Left of everything, so that it is never beside the primary one.
    m_actions->insertWidget(0, m_more);
    return m_more;
}

void PageHeader::nameMore()
{
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
}

void PageHeader::collapse()
{
    if (m_arranging || !isVisible())
        return;
    m_arranging = true;
    static constexpr int leastWords = 264;
    const int room = width() - leastWords - metrics::gap;
    const auto needs = [](const QPushButton* button) { return button->sizeHint().width() + metrics::unit; };
    int needed = m_primary && m_primary->isVisibleTo(this) ? needs(m_primary) : 0;
    for (const QAction* action : std::as_const(m_order))
        needed += action->isVisible() ? needs(m_buttons.value(action)) : 0;
    if (m_menuUsed)
        needed += metrics::controlHeight + metrics::unit;
    QList<QAction*> away;
    for (QAction* action : std::as_const(m_order)) {
        if (needed <= room)
            break;
        // The way back is never behind anything.
        if (!action->isVisible() || action->priority() == QAction::HighPriority)
            continue;
        if (away.isEmpty() && !m_menuUsed)
            needed += metrics::controlHeight + metrics::unit;
        needed -= needs(m_buttons.value(action));
        away.append(action);
    }
    for (const QAction* action : std::as_const(m_order))
        m_buttons.value(action)->setVisible(action->isVisible() && !away.contains(action));
    if (away != m_collapsed) {
        QMenu* menu = moreButton()->menu();
        for (QAction* action : std::as_const(m_collapsed))
            menu->removeAction(action);
        QAction* const first = menu->actions().value(0);
        for (QAction* action : std::as_const(away))
            menu->insertAction(first, action);
        m_collapsed = away;
        m_more->setVisible(m_menuUsed || !away.isEmpty());
    }
    m_arranging = false;
}

void PageHeader::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    collapse();
}

void PageHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    collapse();
}

void PageHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_more)
        nameMore();
}

} // namespace nc
