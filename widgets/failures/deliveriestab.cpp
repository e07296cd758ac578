#include "widgets/failures/deliveriestab.h"

#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "kafka/client/errors.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/letterfacts.h"
#include "widgets/failures/sending/sendjob.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {

DeliveriesTab::DeliveriesTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : FailuresTab(
        {u"deliveriesFilter"_s, u"deliveryGroups"_s, u"deliveryTable"_s, u"deliverySplitter"_s, u"delivery"_s},
        workspace, notices, parent)
{
}

QString DeliveriesTab::topic() const
{
    return auditTopic();
}

void DeliveriesTab::open(const QString& filterText)
{
    filter()->apply(filterText);
    refresh();
}

void DeliveriesTab::refresh()
{
    if (!workspace().hasProfile())
        return state()->showNoProfile(Icon::Failures);
    auto parsed = parsedFilter(deliveryFields());
    if (!parsed)
        return;
    DeliveryQuery query;
    query.failedOnly = true;
    query.filter = std::move(*parsed);
    const quint64 generation = ++m_generation;
    const auto work = [open = opener(), query](TaskContext& task) -> Result<Seen<Deliveries>> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeliveryStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        return (*store)->read(query, task);
    };
    const auto done = [this, generation](Result<Seen<Deliveries>> found) {
        if (generation != m_generation)
            return;
        if (found) {
            take(std::move(*found));
        } else if (found.error().is(errors::unknownTopic)) {
            state()->showEmpty(Icon::Inbox, [] {
                return tr(
                    "This cluster has no topic audit-events, so nothing tells about deliveries that failed silently.");
            });
            Q_EMIT changed();
        } else {
            failed(found.error());
        }
    };
    loading(runFor(this, workspace(), u"deliveries"_s, {}, work, done), tr("failed deliveries"));
}

void DeliveriesTab::take(Seen<Deliveries> read)
{
    Unseen unseen;
    Deliveries found = std::move(read).into(unseen);
    m_scanned = found.scanned;
    m_deliveries = std::move(found.rows);
    tellUnseen(unseen);
    m_byPlace.clear();
    QList<FailureRow> rows;
    for (const Delivery& delivery : std::as_const(m_deliveries)) {
        if (!delivery.isFailure())
            continue;
        const FailureRow row = failureRow(delivery);
        m_byPlace.insert(row.place(), delivery);
        rows.append(row);
    }
    setFailures(std::move(rows));
}

void DeliveriesTab::showNothing()
{
    if (!unseen().isEmpty())
        return state()->showFailed(unseen().sources().first().reason, [this] { refresh(); });
    state()->showEmpty(
        Icon::Ok, [] { return tr("No delivery has failed without a dead letter, as far back as audit-events goes."); });
}

FailuresTab::Judging DeliveriesTab::judging()
{
    return [deliveries = m_deliveries](const JudgeAccess& access, VerdictFeed& feed, const TaskContext& task) {
        return judgeDeliveries(access, deliveries, feed, task);
    };
}

void DeliveriesTab::loadDetail(const FailureRow& row)
{
    const Delivery delivery = m_byPlace.value(row.place());
    const auto facts = [delivery, found = row.found](const std::optional<LedgerEntry>& entry) {
        FailureFacts out = factsOf(delivery, entry);
        out.found = found;
        return out;
    };
    detail()->show(facts({}));
    if (!delivery.mark)
        return;
    // Who handled it stands in the ledger.
    const quint64 generation = ++m_detailGeneration;
    const auto work = [open = opener(), mark = *delivery.mark](TaskContext& task) -> Result<LedgerEntry> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        const auto ledger = (*store)->ledger(auditTopic(), task);
        if (!ledger)
            return fail(ledger.error());
        Unseen told; // with the list
        return ledger->into(told).entries().value(mark.entry);
    };
    const auto done = [this, generation, facts](const Result<LedgerEntry>& entry) {
        if (generation == m_detailGeneration && entry && entry->at > 0)
            detail()->show(facts(*entry));
    };
    runFor(this, workspace(), u"deadletters"_s, topic(), work, done, false);
}

void DeliveriesTab::send()
{
    QHash<quint64, QByteArray> originals;
    for (auto at = m_byPlace.constBegin(); at != m_byPlace.constEnd(); ++at)
        originals.insert(at.key(), QJsonDocument(at->audit.notification).toJson(QJsonDocument::Compact));
    openSendDialog(std::make_shared<ResendJob>(std::move(originals)));
}

QString DeliveriesTab::stateLine() const
{
    if (all().isEmpty())
        return m_scanned > 0 && unseen().isEmpty() ? tr("%1 audit records looked at").arg(groupedNumber(m_scanned))
                                                   : QString();
    return tr("%1 deliveries failed without a dead letter, %2 open").arg(groupedNumber(all().size()), openWords());
}

void DeliveriesTab::setTableColumns(bool expires)
{
    // Cause, template and channel stand in the group above.
    table()->setColumns({{.title = tr("When"), .kind = ColumnKind::Time, .width = 136},
        {.title = tr("State"), .kind = ColumnKind::State, .width = 112},
        {.title = tr("Recipient"), .kind = ColumnKind::Text, .width = 144, .stretch = true},
        {.title = tr("Verdict"), .kind = ColumnKind::State, .width = 160},
        {.title = tr("Expires"), .kind = ColumnKind::State, .width = 112, .hidden = !expires},
        {.title = tr("Cause"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Attempts"), .kind = ColumnKind::Number, .width = 80, .hidden = !hasRoom()},
        {.title = tr("Place"), .kind = ColumnKind::Code, .width = 80}});
}

void DeliveriesTab::retranslate()
{
    FailuresTab::retranslate();
    filter()->setLabel(tr("Filter failed deliveries"));
    table()->setAccessibleName(tr("Failed deliveries"));
}

} // namespace nc
