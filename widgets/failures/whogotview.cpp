#include "widgets/failures/whogotview.h"

#include "core/errors.h"
#include "failures/lists/lettermodels.h"
#include "widgets/common/stateview.h"
#include "widgets/style/fonts.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc {

WhoGotView::WhoGotView(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_model(new WhoGotModel(this))
    , m_table(new DataTable(name, this))
    , m_words(new QLabel(this))
{
    m_table->setSource(m_model);
    m_words->setObjectName(name + u"Words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    setTextSize(m_words, TextSize::Caption);
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, metrics::half);
    inner->setSpacing(metrics::half);
    inner->addWidget(m_table, 1);
    inner->addWidget(m_words);
    m_state = new StateView(content, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
}

void WhoGotView::forget()
{
    m_found.reset();
    m_model->setRows({});
    m_asked = false;
    if (isVisible())
        ask();
}

void WhoGotView::ask()
{
    m_asked = true;
    Q_EMIT wanted();
}

void WhoGotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        ask();
}

void WhoGotView::showLoading(std::function<void()> cancel)
{
    m_state->showLoading(tr("what arrived"), std::move(cancel));
}

void WhoGotView::setProgress(const Progress& progress)
{
    m_state->setProgress(progress);
}

void WhoGotView::show(const Result<WhoGot>& found)
{
    if (!found) {
        if (found.error().is(errors::cancelled))
            m_state->showEmpty(Icon::Stop, tr("Reading was stopped."), tr("Look again"), [this] { ask(); });
        else
            m_state->showFailed(found.error(), [this] { ask(); });
        return;
    }
    m_found = *found;
    fill();
}

void WhoGotView::fill()
{
    if (!m_found)
        return;
    if (!m_found->joins) {
        m_state->showEmpty(
            Icon::Link, tr("It names neither a process nor an activity, so deliveries cannot be joined to it."));
        return;
    }
    m_model->setRows(m_found->rows);
    QStringList lines{tr("By audit-events, the channels' topics, the ledger and the inbox.")};
    for (const UnseenSource& one : m_found->unseen.sources())
        lines += tr("Not looked at: %1").arg(one.source + u": "_s + sentenceFor(one.reason, currentLanguage()).what);
    m_words->setText(lines.join(u'\n'));
    if (m_found->rows.isEmpty())
        m_state->showEmpty(Icon::User, tr("It names no recipients."));
    else
        m_state->showContent();
}

void WhoGotView::setMasked(bool masked)
{
    m_model->setMasked(masked);
}

void WhoGotView::retranslate()
{
    m_table->setAccessibleName(tr("Who already got what"));
    m_table->setColumns({{.title = tr("Recipient"), .kind = ColumnKind::Text, .width = 120, .stretch = true},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .width = 72},
        {.title = tr("What is known"), .kind = ColumnKind::State, .width = 168},
        {.title = tr("When"), .kind = ColumnKind::Time, .width = 96}});
    fill();
}

} // namespace nc
