#include "widgets/deadletters/deliveriestab.h"

#include "deadletters/errors.h"
#include "deadletters/exceptiontext.h"
#include "deadletters/lettermodels.h"
#include "kafka/errors.h"
#include "kafka/kafkaaccess.h"
#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/fonts.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/textview.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/background.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {

DeliveriesTab::DeliveriesTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_groups(new DeliveryGroupModel(this))
    , m_rows(new DeliveryModel(this))
    , m_filter(new FilterBar(u"deliveriesFilter"_s, this))
    , m_groupTable(new DataTable(u"deliveryGroups"_s, this))
    , m_table(new DataTable(u"deliveryTable"_s, this))
    , m_event(new TextView(this))
    , m_summary(new QLabel(this))
{
    m_groupTable->setSource(m_groups, DataTable::Sorting::ByColumn);
    m_table->setSource(m_rows, DataTable::Sorting::ByColumn);
    m_groupTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_event->setObjectName(u"deliveryEvent"_s);

    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->setChildrenCollapsible(false);
    tables->addWidget(m_groupTable);
    tables->addWidget(m_table);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 3);
    auto* detail = new QWidget(this);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(metrics::unit, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_event, 1);
    m_splitter = new DetailSplitter(u"deliverySplitter"_s, tables, detail, this);
    m_splitter->setDetailVisible(false);
    m_state = new StateView(m_splitter, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::unit, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_state, 1);

    connect(m_filter, &FilterBar::applied, this, &DeliveriesTab::refresh);
    connect(m_groupTable, &DataTable::currentRowChanged, this, &DeliveriesTab::showGroup);
    connect(m_table, &DataTable::currentRowChanged, this, &DeliveriesTab::showDetail);
}

void DeliveriesTab::refresh()
{
    if (!m_workspace.hasProfile())
        return;
    DeliveryQuery query;
    query.failedOnly = true;
    if (const QString text = m_filter->text().trimmed(); !text.isEmpty()) {
        const auto filter = RecordFilter::parse(text, deliveryFields());
        if (!filter) {
            m_filter->setProblem(describe(filter.error(), currentLanguage()), filter.error().subject.toInt());
            return;
        }
        query.filter = *filter;
    }
    m_filter->clearProblem();
    const quint64 generation = ++m_generation;
    if (m_all.isEmpty())
        m_state->showLoading(tr("failed deliveries"));
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, query](TaskContext& task) -> Result<Deliveries> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto store = DeliveryStore::open(*access, folder + u"/ledger"_s);
        if (!store)
            return fail(store.error());
        return (*store)->read(query, task);
    };
    runFor(this, m_workspace, u"deliveries"_s, {}, work, [this, generation](Result<Deliveries> found) {
        if (generation != m_generation)
            return;
        if (found) {
            take(std::move(*found));
        } else if (found.error().is(errors::unknownTopic)) {
            m_state->showEmpty(Icon::Inbox,
                tr("This cluster has no topic audit-events, so nothing tells about deliveries that failed silently."));
        } else {
            m_state->showFailed(found.error(), [this] { refresh(); });
        }
        Q_EMIT changed();
    });
}

void DeliveriesTab::take(Deliveries found)
{
    m_scanned = found.scanned;
    m_unreadable = found.unreadable;
    m_all = std::move(found.rows);
    if (found.problem)
        m_notices->show({Tone::Warning,
            tr("%1 records of audit-events could not be read: %2")
                .arg(groupedNumber(m_unreadable), describe(*found.problem, currentLanguage())),
            {}, {}});
    m_groups->setRows(groupDeliveries(m_all));
    if (m_all.isEmpty()) {
        m_state->showEmpty(m_filter->text().isEmpty() ? Icon::Ok : Icon::Filter,
            m_filter->text().isEmpty()
                ? tr("No delivery has failed without a dead letter, as far back as audit-events goes.")
                : tr("No failed delivery matches this filter."));
        return;
    }
    m_state->showContent();
    m_groupTable->selectSourceRow(0);
    showGroup();
}

void DeliveriesTab::showGroup()
{
    const QModelIndex index = m_groupTable->currentSource();
    QList<Delivery> rows;
    if (index.isValid()) {
        const DeliveryGroup& group = m_groups->row(index.row());
        const QString reason = normalizedMessage(group.reason);
        for (const Delivery& row : std::as_const(m_all)) {
            if (row.audit.channel == group.channel && row.audit.templateName == group.templateName
                && normalizedMessage(foldPayload(row.audit.reason)) == reason)
                rows.append(row);
        }
    }
    m_rows->setRows(std::move(rows));
    m_splitter->setDetailVisible(false);
}

void DeliveriesTab::showDetail()
{
    const QModelIndex index = m_table->currentSource();
    m_splitter->setDetailVisible(index.isValid());
    if (!index.isValid())
        return;
    const Delivery& row = m_rows->row(index.row());
    const Sentence sentence = sentenceFor(row.cause, currentLanguage());
    QStringList lines{sentence.what, sentence.advice};
    if (row.audit.recipientUncertain)
        lines += tr("Which recipient it was cannot be told: the event itself brought recipientRoles along.");
    if (row.attempts() > 1)
        lines += tr("The same failure was written %1 times: the event was tried that often.").arg(row.attempts());
    if (!row.audit.process.isEmpty())
        lines += tr("Process %1").arg(row.audit.process);
    lines.removeAll(QString());
    m_summary->setText(lines.join(u'\n'));
    m_event->setText(QJsonDocument(row.audit.notification).toJson(QJsonDocument::Compact), TextView::Format::Json);
}

void DeliveriesTab::focusFilter()
{
    m_filter->focusLine();
}

QString DeliveriesTab::stateLine() const
{
    qint64 open = 0;
    for (const DeliveryGroup& group : m_groups->rows())
        open += group.open;
    if (m_all.isEmpty())
        return m_scanned > 0 ? tr("%1 audit records looked at").arg(groupedNumber(m_scanned)) : QString();
    return tr("%1 deliveries failed without a dead letter, %2 open")
        .arg(groupedNumber(m_all.size()), groupedNumber(open));
}

Tone DeliveriesTab::stateTone() const
{
    return m_all.isEmpty() ? Tone::Neutral : Tone::Warning;
}

void DeliveriesTab::retranslate()
{
    m_groups->setLanguage(currentLanguage());
    m_rows->setLanguage(currentLanguage());
    m_filter->setLabel(tr("Filter failed deliveries"));
    m_groupTable->setAccessibleName(tr("Reasons"));
    m_table->setAccessibleName(tr("Failed deliveries"));
    m_event->setAccessibleName(tr("Event"));
    m_groupTable->setColumns({{.title = tr("Count"), .kind = ColumnKind::Number, .width = 72},
        {.title = tr("Open"), .kind = ColumnKind::Number, .width = 72},
        {.title = tr("Reason"), .kind = ColumnKind::Text, .width = 280, .stretch = true},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .width = 72},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = 160},
        {.title = tr("First"), .kind = ColumnKind::Time, .width = 96},
        {.title = tr("Latest"), .kind = ColumnKind::Time, .width = 96}});
    // The reason stands in the group above.
    m_table->setColumns({{.title = tr("When"), .kind = ColumnKind::Time, .width = 128},
        {.title = tr("State"), .kind = ColumnKind::State, .width = 112},
        {.title = tr("Recipient"), .kind = ColumnKind::Text, .width = 200, .stretch = true},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .width = 72},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = 160},
        {.title = tr("Reason"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Attempts"), .kind = ColumnKind::Number, .width = 88}});
    showDetail();
}

} // namespace nc
