#include "failures/sending/resendsource.h"

#include "failures/deliveries/deliverystore.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/topicends.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

const auto eventTopic = u"user-notifications"_s;
const auto deadTopic = u"user-notifications.DLT"_s;
/// So many audits are fetched at once, …
constexpr qsizetype fetchedRows = 2000;
/// … and so many decisions handed over.
constexpr qsizetype handedRows = 200;

bool isChosen(const Delivery& row, const OffsetSelection& offsets)
{
    if (offsets.isEmpty())
        return true;
    return std::ranges::any_of(
        row.places, [&offsets](const RecordPlace& place) { return offsets.contains(place.partition, place.offset); });
}

} // namespace

ResendSource::ResendSource(const ResendRequest& request, SendingAccess access)
    : m_request(request)
    , m_access(access)
{
}

ResendSource::~ResendSource() = default;

QString ResendSource::topic() const
{
    return auditTopic();
}

QString ResendSource::comesBackTo() const
{
    return deadTopic;
}

Result<FenceRequest> ResendSource::prepare(const TaskContext& task)
{
    const auto events = m_access.admin.topic(eventTopic, task);
    if (!events)
        return fail(events.error().is(errors::unknownTopic) ? Error{errors::targetMissing, eventTopic, {}, Next::Abort}
                                                            : events.error());
    m_target.partitions = static_cast<qint32>(events->partitions.size());
    // A limit that may not be seen is not known, no more.
    const auto configs = m_access.admin.configs({eventTopic}, task);
    if (!configs)
        return fail(configs.error());
    bool ok = false;
    const qint64 most = configs->value(eventTopic).value(u"max.message.bytes"_s).value.toLongLong(&ok);
    m_target.largestRecord = ok ? most : -1;
    const auto audit = topicWithEnds(m_access.admin, auditTopic(), task);
    if (!audit)
        return fail(audit.error());
    for (const PartitionInfo& partition : audit->partitions)
        m_ends.append(partition.high);
    const auto cluster = m_access.admin.cluster(task);
    if (!cluster)
        return fail(cluster.error());
    FenceRequest fence{cluster->id, auditTopic(), deadTopic, 1'000'000, {eventTopic}};
    if (ok)
        fence.batchBytes = static_cast<int>(std::min<qint64>(fence.batchBytes, most));
    return fence;
}

Result<bool> ResendSource::choose(LedgerReading reading, const TaskContext& task)
{
    const auto store = DeliveryStore::open(m_access.kafka, m_request.localLedger, reading);
    if (!store)
        return fail(store.error());
    DeliveryQuery query;
    query.failedOnly = true;
    query.since = m_request.since;
    query.filter = m_request.filter;
    auto found = (*store)->read(query, task);
    if (!found)
        return fail(found.error());
    for (Delivery& row : found->rows) {
        if (row.isFailure() && isChosen(row, m_request.offsets))
            m_rows.append(std::move(row));
    }
    return found->ledgerUnseen.has_value();
}

Result<void> ResendSource::learn(LedgerReading reading, ReplaySummary& summary, const TaskContext& task)
{
    const auto ledgerUnseen = choose(reading, task);
    if (!ledgerUnseen)
        return fail(ledgerUnseen.error());
    summary.ledgerIsLocal = *ledgerUnseen;
    auto dead = DeadEvents::read(m_access.kafka, m_request.localLedger, reading, task);
    if (!dead)
        return fail(dead.error());
    auto read = readHistory(m_access.admin, m_access.reader, AvroDecoder(m_access.kafka), m_request.shelfLives, task);
    if (!read)
        return fail(read.error());
    summary.notes += read->unseen;
    m_plan = std::make_unique<ResendPlan>(
        m_request, std::move(*dead), std::move(read->history), m_target, QDateTime::currentMSecsSinceEpoch());
    return {};
}

RunInfo ResendSource::info() const
{
    RunInfo info;
    info.action = LedgerAction::Resent;
    info.ends = m_ends;
    info.auditEnds = m_ends;
    return info;
}

Result<ResendSource::Sources> ResendSource::sourcesOf(qsizetype first, qsizetype count, const TaskContext& task)
{
    QList<RecordPlace> places;
    for (qsizetype i = first; i < std::min(first + count, m_rows.size()); ++i)
        places.append(std::as_const(m_rows)[i].audit.place);
    Sources out;
    if (places.isEmpty())
        return out;
    const auto records = m_access.reader.fetch(auditTopic(), places, task);
    if (!records)
        return fail(records.error());
    for (const Record& record : *records)
        out.insert({record.partition, record.offset}, record);
    return out;
}

Result<void> ResendSource::produce(const Hand& hand, const TaskContext& task)
{
    Sources sources;
    SendingChunk chunk;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (i % fetchedRows == 0) {
            auto fetched = sourcesOf(i, fetchedRows, task);
            if (!fetched)
                return fail(fetched.error());
            sources = std::move(*fetched);
        }
        const Delivery& row = std::as_const(m_rows)[i];
        const auto source = sources.constFind({row.audit.place.partition, row.audit.place.offset});
        m_plan->decide(row, source == sources.constEnd() ? std::nullopt : std::optional(*source), chunk);
        if (chunk.scanned < handedRows && i + 1 < m_rows.size())
            continue;
        chunk.readAt = std::chrono::steady_clock::now();
        if (!hand(std::exchange(chunk, {})))
            return {};
    }
    return {};
}

Result<SendingSource::Marks> ResendSource::marks(const RunInfo& info, LedgerReading reading, const TaskContext& task)
{
    if (const auto chosen = choose(reading, task); !chosen)
        return fail(chosen.error());
    const bool undo = info.action == LedgerAction::Reopened;
    Marks marks;
    marks.matched = m_rows.size();
    QList<SendingItem> items;
    const auto sources = sourcesOf(0, m_rows.size(), task);
    if (!sources)
        return fail(sources.error());
    for (const Delivery& row : std::as_const(m_rows)) {
        if (undo == (row.state == DeliveryState::Discarded))
            items.append(
                ResendPlan::itemFor(row, sources->value({row.audit.place.partition, row.audit.place.offset})));
    }
    marks.changed = items.size();
    marks.entries = makeEntries(items, QList<SendOutcome>(items.size(), SendOutcome{0, 0, {}}), info);
    return marks;
}

} // namespace nc
