#include "widgets/templates/eventdialog.h"

#include "kafka/records/masking.h"
#include "widgets/common/stateview.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/textview.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {

EventDialog::EventDialog(const QString& templateName, QWidget* parent)
    : QDialog(parent)
    , m_templateName(templateName)
    , m_table(new DataTable(u"templateEvents"_s))
    , m_detail(new TextView)
    , m_problem(new QLabel(this))
{
    setObjectName(u"eventDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Events that use %1").arg(templateName));
    m_table->setColumns({
        {tr("When"), ColumnKind::Time, 120},
        {tr("From"), ColumnKind::State, 150},
        {tr("Recipient"), ColumnKind::Code, 160},
        {tr("Process"), ColumnKind::Code, 140},
        {tr("Parameters"), ColumnKind::Code, 260, true},
    });
    m_table->setSource(&m_model);
    m_detail->setObjectName(u"eventDetail"_s);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setSizes({300, 200});
    m_state = new StateView(splitter, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* note = new QLabel(tr("People are masked here; the set gets what the event really brought."), this);
    note->setWordWrap(true);
    setTextSize(note, TextSize::Caption);
    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("Take as sample data"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"takeEvent"_s);
    m_take->setEnabled(false);
    setButtonKind(m_take, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::unit);
    column->addWidget(m_state, 1);
    column->addWidget(m_problem);
    column->addWidget(note);
    column->addWidget(buttons);
    resize(900, 560);
    connect(m_table, &DataTable::currentRowChanged, this, &EventDialog::showDetail);
    connect(m_table, &DataTable::opened, this, &EventDialog::take);
    connect(buttons, &QDialogButtonBox::accepted, this, &EventDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_state->showLoading(tr("Looking through the topics for %1").arg(templateName));
}

void EventDialog::setEvents(const Seen<TemplateEvents>& found)
{
    Unseen unseen;
    const TemplateEvents& events = found.into(unseen);
    if (!unseen.isEmpty()) {
        m_problem->setText(
            tr("Not all could be looked through: %1").arg(sentenceFor(unseen.sources().first().reason).what));
        m_problem->show();
    }
    if (events.rows.isEmpty() && !unseen.isEmpty())
        return showFailed(unseen.sources().first().reason);
    if (events.rows.isEmpty()) {
        m_state->showEmpty(Icon::Topics,
            tr("No event in the topics uses %1. The sample set made from the template itself is there.")
                .arg(m_templateName));
        return;
    }
    m_model.setRows(events.rows);
    m_state->showContent();
    m_table->selectSourceRow(0);
    m_table->setFocus();
}

void EventDialog::showFailed(const Error& error)
{
    m_state->showFailed(error, {});
}

void EventDialog::showDetail(const QModelIndex& index)
{
    m_take->setEnabled(index.isValid());
    if (index.isValid())
        m_detail->setText(masked(m_model.row(index.row()).parameters), TextView::Format::Json);
    else
        m_detail->clear();
}

void EventDialog::take()
{
    const QModelIndex index = m_table->currentSource();
    if (!index.isValid())
        return;
    Q_EMIT taken(m_model.row(index.row()));
    accept();
}

} // namespace nc
