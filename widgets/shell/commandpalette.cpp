#include "widgets/shell/commandpalette.h"

#include "widgets/shell/fuzzy.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace nc {

namespace {

constexpr int groupRole = Qt::UserRole + 1;
constexpr int keysRole = Qt::UserRole + 2;
constexpr int commandRole = Qt::UserRole + 3;

class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 36}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& c = colorsFor(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, c.selection);
        const QRect rect = option.rect.adjusted(12, 0, -12, 0);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(rect.left(), rect.center().y() - 7, 16, 16));
        painter->save();
        const QString keys = index.data(keysRole).toString();
        const QString side = keys.isEmpty() ? index.data(groupRole).toString() : keys;
        painter->setFont(textFont(TextSize::Caption));
        painter->setPen(c.muted);
        const int sideWidth = painter->fontMetrics().horizontalAdvance(side);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, side);
        painter->setFont(option.font);
        painter->setPen(index.flags() & Qt::ItemIsEnabled ? c.text : c.disabled);
        const QRect words = rect.adjusted(16 + 12, 0, -sideWidth - 12, 0);
        painter->drawText(words, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_line(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(u"commandPalette"_s);
    hide();
    m_line->setObjectName(u"paletteLine"_s);
    m_line->addAction(icon(Icon::Search, Tint::Muted), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setFrameShape(NoFrame);
    m_list->setItemDelegate(new CommandDelegate(this));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setFixedHeight(64);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
    column->addWidget(m_line);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    window->installEventFilter(this);
}

void CommandPalette::open(QList<Command> commands)
{
    m_commands = std::move(commands);
    m_line->setPlaceholderText(tr("What do you want to do?"));
    m_line->setAccessibleName(tr("Search for a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("No command has these letters."));
    m_line->clear();
    filter({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(560, room.width() - 2 * metrics::gap);
    const int wanted = m_list->isHidden() ? 112 : 420;
    const int height = qMin(wanted, room.height() - 2 * metrics::barHeight);
    setGeometry((room.width() - width) / 2, metrics::barHeight + metrics::gap, width, height);
}

void CommandPalette::filter(const QString& text)
{
    QList<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        int score = qMax(fuzzyScore(text, command.text), fuzzyScore(text, command.group + u' ' + command.text) - 1);
        for (const QString& words : command.otherWords)
            score = qMax(score, fuzzyScore(text, words) - 1);
        if (score >= 0)
            found.append({score + (command.enabled ? 0 : -500), i});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_list->clear();
    for (const auto& [score, i] : found) {
        const Command& command = m_commands[i];
        auto* item = new QListWidgetItem(command.icon, command.text, m_list);
        item->setData(groupRole, command.group);
        item->setData(keysRole, command.keys);
        item->setData(commandRole, int(i));
        if (!command.enabled)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!found.isEmpty());
    m_nothing->setVisible(found.isEmpty());
    place();
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const auto run = m_commands[item->data(commandRole).toInt()].run;
    hide();
    parentWidget()->setFocus();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_line && event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        hide();
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? 8
            : key == Qt::Key_PageUp          ? -8
                                             : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            runCurrent();
            return true;
        }
        if (key == Qt::Key_Escape) {
            hide();
            parentWidget()->setFocus();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        hide();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.window);
    painter.setPen(QPen(c.inputBorder, 1));
    painter.setBrush(c.base);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace nc
