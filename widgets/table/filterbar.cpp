#include "widgets/table/filterbar.h"

#include "widgets/common/layoutmemory.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/table/savedfiltermenu.h"

#include <QAction>
#include <QBoxLayout>
#include <QCompleter>
#include <QEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int historySize = 30;

FilterBar::FilterBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_row(new QHBoxLayout)
    , m_history(new QStringListModel(this))
{
    setObjectName(name + u"Bar"_s);
    m_line->setObjectName(name);
    m_line->setClearButtonEnabled(true);
    m_line->addAction(icon(Icon::Search, Tint::Muted), QLineEdit::LeadingPosition);
    auto* completer = new QCompleter(m_history, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_line->setCompleter(completer);
    m_problem->setObjectName(name + u"Problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setTextSize(m_problem, TextSize::Caption);
    m_problem->hide();

    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::unit);
    m_row->addWidget(m_line, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    column->addLayout(m_row);
    column->addWidget(m_problem);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        clearProblem();
        Q_EMIT edited(text);
        if (text.isEmpty())
            Q_EMIT applied(text);
    });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        remember(text());
        Q_EMIT applied(text());
    });
    tint();
}

void FilterBar::setLabel(const QString& label)
{
    m_line->setPlaceholderText(label);
    m_line->setAccessibleName(label);
}

QString FilterBar::text() const
{
    return m_line->text().trimmed();
}

void FilterBar::apply(const QString& text)
{
    m_line->setText(text);
    if (!text.isEmpty())
        Q_EMIT applied(this->text());
}

void FilterBar::setProblem(const QString& problem, int column)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_line->setAccessibleDescription(problem);
    if (column > 0 && m_line->hasFocus())
        m_line->setCursorPosition(qMin(column - 1, int(m_line->text().size())));
}

void FilterBar::clearProblem()
{
    setProblem({});
}

void FilterBar::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

void FilterBar::setSaved(const QString& configFolder, std::function<QString()> profile)
{
    m_saved = new SavedFilterMenu(m_line, configFolder, std::move(profile), this);
    connect(m_saved, &SavedFilterMenu::chosen, this, &FilterBar::apply);
    connect(m_saved, &SavedFilterMenu::removed, this, &FilterBar::remember);
    connect(m_saved, &SavedFilterMenu::failed, this, [this](const QString& problem) { setProblem(problem); });
    m_row->insertWidget(1, m_saved);
}

void FilterBar::openSaved()
{
    if (m_saved && isVisible())
        m_saved->open();
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const LayoutMemory* memory = LayoutMemory::of(this);
    if (!memory || m_history->rowCount() > 0)
        return;
    QStringList texts;
    const QJsonArray kept = memory->value(u"filters."_s + m_line->objectName()).toArray();
    for (const QJsonValue& text : kept)
        texts.append(text.toString());
    m_history->setStringList(texts);
}

void FilterBar::remember(const QString& text)
{
    if (text.isEmpty())
        return;
    QStringList texts = m_history->stringList();
    texts.removeAll(text);
    texts.prepend(text);
    texts = texts.mid(0, historySize);
    m_history->setStringList(texts);
    if (LayoutMemory* memory = LayoutMemory::of(this))
        memory->setValue(u"filters."_s + m_line->objectName(), QJsonArray::fromStringList(texts));
}

void FilterBar::tint()
{
    QPalette p = m_problem->palette();
    p.setColor(QPalette::WindowText, colorsFor(palette()).error);
    m_problem->setPalette(p);
}

void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace nc
