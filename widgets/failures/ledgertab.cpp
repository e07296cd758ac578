#include "widgets/failures/ledgertab.h"

#include "failures/ledger/ledgerlines.h"
#include "failures/sending/marking.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/statewords.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace nc {

LedgerTab::LedgerTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_model(new LedgerLineModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_filter(new FilterBar(u"ledgerFilter"_s, this))
    , m_table(new DataTable(u"ledgerTable"_s, this))
    , m_words(new QLabel(this))
{
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setSource(m_found, DataTable::Sorting::ByColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_words->setObjectName(u"ledgerWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::unit);
    inner->addWidget(m_table, 1);
    inner->addWidget(m_words);
    m_state = new StateView(content, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::unit, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_filter);
    column->addWidget(m_state, 1);
    connect(m_filter, &FilterBar::edited, this, [this](const QString& text) {
        m_found->setFilterFixedString(text.trimmed());
        showState();
    });
    connect(m_table, &DataTable::currentRowChanged, this, &LedgerTab::showCurrent);
}

LedgerTab::~LedgerTab()
{
    m_table->disconnect(this);
}

void LedgerTab::refresh()
{
    if (!m_workspace.hasProfile())
        return m_state->showNoProfile(Icon::Failures);
    const quint64 generation = ++m_generation;
    const auto work = [open = accessOf(m_workspace)](TaskContext& task) -> Result<Seen<QList<LedgerLine>>> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        return ledgerLines(access->kafka, access->localLedger, task);
    };
    const auto done = [this, generation](Result<Seen<QList<LedgerLine>>> lines) {
        if (generation != m_generation)
            return;
        if (!lines)
            return m_state->showFailed(lines.error(), [this] { refresh(); });
        m_loaded = true;
        m_unseen = {};
        m_model->setRows(std::move(*lines).into(m_unseen));
        showState();
    };
    const quint64 task = runFor(this, m_workspace, u"deadletters"_s, {}, work, done, false);
    if (!m_loaded)
        m_state->showLoading(tr("the ledger"), [this, task] { m_workspace.tasks().cancel(task); });
}

void LedgerTab::showState()
{
    if (!m_loaded)
        return;
    // Nothing seen is not nothing done.
    if (m_model->rowCount() == 0 && !m_unseen.isEmpty())
        m_state->showFailed(m_unseen.sources().first().reason, [this] { refresh(); });
    else if (m_model->rowCount() == 0)
        m_state->showEmpty(Icon::History,
            tr("Nothing was sent again or discarded yet. What you and your colleagues do with failures is written down "
               "here."));
    else if (m_found->rowCount() == 0)
        m_state->showEmpty(
            Icon::Search, tr("No entry has these words."), tr("Show all"), [this] { m_filter->line()->clear(); });
    else
        m_state->showContent();
    showCurrent();
}

int LedgerTab::currentRow() const
{
    const QModelIndex index = m_found->mapToSource(m_table->currentSource());
    return index.isValid() && index.row() < m_model->rowCount() ? index.row() : -1;
}

void LedgerTab::showCurrent()
{
    const int row = currentRow();
    m_words->setVisible(row >= 0 || !m_unseen.isEmpty());
    if (row < 0 && !m_unseen.isEmpty())
        m_words->setText(tr("Not all of the ledger could be read: %1")
                             .arg(describe(m_unseen.sources().first().reason, currentLanguage())));
    if (row >= 0) {
        const LedgerLine& line = m_model->row(row);
        QStringList parts{u"%1 · %2 · %3"_s.arg(exactTime(line.at), line.by, stateWord(activityName(line.action)))};
        if (!line.targets.isEmpty())
            parts[0] += u" → "_s + line.targets.join(u", "_s);
        if (!line.reason.isEmpty())
            parts[0] += u" — “%1”"_s.arg(line.reason);
        QString places = line.places.toString();
        if (places.size() > 300)
            places = places.left(300) + QChar(0x2026);
        parts += tr("Places in %1: %2").arg(line.topic, places);
        if (line.mode == u"at-least-once")
            parts += tr("Sent at least once: the ledger topic or transactions were forbidden.");
        if (!line.changes.isEmpty())
            parts += tr("Changed before it was sent: %1").arg(line.changes.left(400));
        m_words->setText(parts.join(u'\n'));
    }
    Q_EMIT changed();
}

bool LedgerTab::canUndo() const
{
    const int row = currentRow();
    return row >= 0 && m_model->row(row).action == LedgerAction::Discarded && !m_workspace.isReadOnly();
}

bool LedgerTab::hasSelection() const
{
    return currentRow() >= 0;
}

void LedgerTab::undo()
{
    if (!canUndo())
        return;
    const LedgerLine line = m_model->row(currentRow());
    askGate(this, m_workspace, Operation::UndoDiscard, line.topic,
        {tr("Take the discard back"), tr("They are open again for everybody."), {}, tr("Take it back"), {}, false},
        Asking::InProduction, [this, line](const AskedGate& gate) { reopen(line, gate); });
}

void LedgerTab::reopen(const LedgerLine& line, const AskedGate& gate)
{
    const auto work = [open = accessOf(m_workspace), line, gate](TaskContext& task) -> Result<qint64> {
        const auto mark = [&](const Pass& pass) -> Result<qint64> {
            const auto access = open(task);
            if (!access)
                return fail(access.error());
            return markFailures(*access, line.topic, line.places, true, {}, pass, task);
        };
        return gate.through(Operation::UndoDiscard, {line.topic, line.places.toString()}, mark,
            [](qint64 count, Ending& ending) { ending.count = count; });
    };
    runFor(this, m_workspace, u"undo-discard"_s, line.topic, work, [this](Result<qint64> count) {
        if (!count)
            return m_notices->showError(count.error());
        m_notices->show({*count > 0 ? Tone::Ok : Tone::Neutral,
            *count > 0 ? tr("%n record(s) are open again.", nullptr, static_cast<int>(*count))
                       : tr("They were open already, or sent meanwhile."),
            {}, {}});
        refresh();
        Q_EMIT written();
    });
}

void LedgerTab::copySelection()
{
    m_table->copySelection();
}

void LedgerTab::focusFilter()
{
    m_filter->focusLine();
}

QString LedgerTab::stateLine() const
{
    return m_loaded ? tr("%n entries", nullptr, m_model->rowCount()) : QString();
}

void LedgerTab::setColumns()
{
    m_table->setColumns({{.title = tr("When"), .kind = ColumnKind::Time, .width = 136},
        {.title = tr("What"), .kind = ColumnKind::State, .width = 200},
        {.title = tr("Count"), .kind = ColumnKind::Number, .width = 72},
        {.title = tr("Topic"), .kind = ColumnKind::Text, .width = 184},
        {.title = tr("Target"), .kind = ColumnKind::Text, .width = 144, .hidden = !m_hasRoom},
        {.title = tr("By"), .kind = ColumnKind::Text, .width = 120},
        {.title = tr("Reason"), .kind = ColumnKind::Sentence, .width = 160, .stretch = true},
        {.title = tr("How often"), .kind = ColumnKind::State, .width = 120, .hidden = !m_hasRoom}});
}

void LedgerTab::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a narrow window the reason is worth more; the words below name the rest.
    const bool hasRoom = width() >= 1100;
    if (hasRoom == m_hasRoom)
        return;
    m_hasRoom = hasRoom;
    setColumns();
}

void LedgerTab::retranslate()
{
    m_filter->setLabel(tr("Find in the ledger"));
    m_table->setAccessibleName(tr("Ledger"));
    setColumns();
    showState();
}

} // namespace nc
