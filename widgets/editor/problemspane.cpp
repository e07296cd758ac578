#include "widgets/editor/problemspane.h"

#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc {

ProblemsPane::ProblemsPane(QWidget* parent)
    : QWidget(parent)
    , m_model(new ProblemModel(
          [](const Error& error) {
              const Sentence sentence = sentenceFor(error);
              return sentence.advice.isEmpty() ? sentence.what : QString(sentence.what + u' ' + sentence.advice);
          },
          this))
    , m_table(new DataTable(u"problemsTable"_s, this))
    , m_none(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_table, 1);
    column->addWidget(m_sentence);
    m_sentence->setObjectName(u"problemSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(metrics::half);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->hide();
    connect(m_table, &DataTable::currentRowChanged, this, &ProblemsPane::showSentence);
    m_none->setMargin(metrics::unit);
    m_table->setSource(m_model);
    m_table->hide();
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT chosen(m_model->at(index.row()));
    };
    connect(m_table, &DataTable::clicked, this,
        [this, choose](const QModelIndex& shown) { choose(m_table->toSource(shown)); });
    connect(m_table, &DataTable::opened, this, choose);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    retranslate();
}

bool ProblemsPane::eventFilter(QObject* watched, QEvent* event)
{
    const QModelIndex index = m_table->currentSource();
    if (index.isValid() && index.row() < m_model->rowCount()) {
        const QPoint below = m_table->visualRect(m_table->currentIndex()).bottomLeft();
        const QPoint at = m_table->viewport()->mapToGlobal(below);
        if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->key() == Qt::Key_Return && key->modifiers() == Qt::AltModifier) {
                Q_EMIT fixesAsked(m_model->at(index.row()), at);
                return true;
            }
        }
        if (event->type() == QEvent::ContextMenu && watched == m_table->viewport()) {
            Q_EMIT fixesAsked(m_model->at(index.row()), static_cast<QContextMenuEvent*>(event)->globalPos());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ProblemsPane::setProblems(const QList<Problem>& problems)
{
    m_model->setProblems(problems);
    m_table->setVisible(!problems.isEmpty());
    m_none->setVisible(problems.isEmpty());
    showSentence(m_table->currentSource());
}

void ProblemsPane::showSentence(const QModelIndex& index)
{
    const bool shown = index.isValid() && index.row() < m_model->rowCount();
    m_sentence->setVisible(shown);
    if (shown)
        m_sentence->setText(m_model->index(index.row(), ProblemModel::TextColumn).data().toString());
}

void ProblemsPane::retranslate()
{
    m_none->setText(tr("No problems in this template."));
    m_table->setAccessibleName(tr("Problems"));
    // The code is for those who look it up; the sentence needs the room.
    m_table->setColumns({{tr("Severity"), ColumnKind::State, 136}, {tr("Place"), ColumnKind::Text, 144},
        {tr("Code"), ColumnKind::Code, 136, false, true}, {tr("What is wrong"), ColumnKind::Sentence, 0, true}});
    m_model->reword();
}

} // namespace nc
