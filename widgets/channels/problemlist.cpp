#include "widgets/channels/problemlist.h"

#include "widgets/channels/fieldproblems.h"
#include "widgets/style/buttons.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace nc {

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent)
{
    auto* holder = new QWidget;
    m_rows = new QVBoxLayout(holder);
    m_rows->setContentsMargins(metrics::unit, metrics::gap, 0, 0);
    m_rows->setSpacing(metrics::unit);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(holder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void ProblemList::present(const QList<ChannelProblem>& problems)
{
    if (problems == m_problems && m_rows->count() > 0)
        return;
    m_problems = problems;
    fill();
}

void ProblemList::fill()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    if (m_problems.isEmpty())
        m_rows->addWidget(new QLabel(tr("No problems.")));
    for (const ChannelProblem& problem : std::as_const(m_problems)) {
        const Tone tone = toneOf(problem.severity);
        const Sentence sentence = sentenceFor(problem.error);
        auto* row = new QWidget;
        auto* place = new QPushButton(tr("Line %1").arg(problem.line), row);
        place->setObjectName(u"problem-"_s + problem.code());
        place->setIcon(icon(toneIcon(tone), toneTint(tone)));
        place->setAccessibleName(place->text() + u": "_s + sentence.what);
        setButtonKind(place, ButtonKind::Plain);
        auto* words = new QLabel(sentence.what + u' ' + sentence.advice, row);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(place, 0, Qt::AlignTop);
        line->addWidget(words, 1);
        m_rows->addWidget(row);
        connect(place, &QPushButton::clicked, this,
            [this, at = std::pair(problem.line, problem.column)] { Q_EMIT chosen(at.first, at.second); });
    }
    m_rows->addStretch(1);
}

void ProblemList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace nc
