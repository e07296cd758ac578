#include "deadletters/replaysource.h"

#include "deadletters/errors.h"
#include "deadletters/headernames.h"
#include "deadletters/replayrecord.h"
#include "kafka/errors.h"
#include "kafka/recordreader.h"

#include <QRandomGenerator>

namespace nc {
namespace {

constexpr qsizetype aheadBytes = 24 * 1024 * 1024;

/// A record without the headers that only tell what went wrong; a stack trace is often longer than the record.
Record lightRecord(const RecordView& view, const QString& topic)
{
    Record record;
    record.topic = topic;
    record.partition = view.partition();
    record.offset = view.offset();
    record.timestamp = view.timestamp();
    if (view.key())
        record.key = view.key()->toByteArray();
    if (view.value())
        record.value = view.value()->toByteArray();
    const qsizetype count = view.headerCount();
    record.headers.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const HeaderView header = view.header(i);
        if (header.name.startsWith("kafka_dlt-exception-") || header.name.startsWith("springDeserializer"))
            continue;
        record.headers.append({header.name.toByteArray(),
            header.value ? std::optional(header.value->toByteArray()) : std::nullopt});
    }
    return record;
}

/// What a batch of this record alone takes on the wire, at most.
qint64 wireSize(const Record& record)
{
    qint64 size = 61 + 32 + (record.key ? record.key->size() : 0) + (record.value ? record.value->size() : 0);
    for (const Header& header : record.headers)
        size += 10 + header.name.size() + (header.value ? header.value->size() : 0);
    return size;
}

LedgerIndex onlyRun(const LedgerIndex& ledger, const QString& run)
{
    QList<LedgerEntry> entries;
    for (const LedgerEntry& entry : ledger.entries()) {
        if (entry.run == run)
            entries.append(entry);
    }
    return LedgerIndex(std::move(entries));
}

} // namespace

ReplaySource::ReplaySource(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets)
    : m_request(request)
    , m_ledger(ledger)
    , m_targets(targets)
    , m_queue(aheadBytes)
    , m_anyPartition(static_cast<qint32>(QRandomGenerator::global()->bounded(1 << 20)))
{
    if (!request.resume.isEmpty())
        m_resumed = onlyRun(ledger, request.resume);
}

ReplaySource::~ReplaySource()
{
    m_stop.cancel();
    m_queue.abandon();
    if (m_thread.joinable())
        m_thread.join();
}

void ReplaySource::start(RecordReader& reader, const ReadRequest& range, const CancelToken& cancel)
{
    m_thread = std::thread([this, &reader, range, cancel] {
        TaskContext task{m_stop.token(), {}};
        const auto handle = cancel.onCancel([this] {
            m_stop.cancel();
            m_queue.abandon();
        });
        const auto sink = [this](RecordBatch batch) {
            ReplayChunk chunk;
            for (const RecordView& view : batch)
                sort(view, chunk);
            // A different partition for each portion of records that may go anywhere.
            ++m_anyPartition;
            const qint64 bytes = chunk.bytes;
            if (chunk.scanned == 0)
                return Flow::Continue;
            return m_queue.put(std::move(chunk), bytes + 1) ? Flow::Continue : Flow::Stop;
        };
        const auto done = reader.scan(range, sink, task);
        if (!done)
            m_error = done.error();
        m_queue.close();
    });
}

void ReplaySource::sort(const RecordView& view, ReplayChunk& chunk)
{
    ++chunk.scanned;
    if (!m_request.offsets.isEmpty() && !m_request.offsets.contains(view.partition(), view.offset()))
        return;
    const Record record = m_request.filter ? view.toRecord() : lightRecord(view, m_request.topic);
    if (m_request.filter && !m_request.filter(readDeadLetter(record, m_ledger)))
        return;
    const QString target = m_request.target.isEmpty() ? targetOf(record) : m_request.target;
    const LetterStanding standing = standingOf(record, m_ledger);
    if (auto out = leftOut(record, standing, target)) {
        chunk.settled.append(*out);
        return;
    }
    auto item = ready(record, target);
    if (!item) {
        ReplayResult failed{record.partition, record.offset, ReplayOutcome::Failed, {}, item.error(), false, {}};
        failed.target = {target, -1, -1};
        chunk.settled.append(failed);
        return;
    }
    item->returns = standing.returns;
    chunk.bytes += 600 + (item->out.value ? item->out.value->size() : 0);
    chunk.items.append(std::move(*item));
}

std::optional<ReplayResult> ReplaySource::leftOut(
    const Record& record, const LetterStanding& standing, const QString& target) const
{
    ReplayResult result{record.partition, record.offset, ReplayOutcome::Skipped, {}, {}, false, {target, -1, -1}};
    const LedgerIndex& ledger = m_request.again ? m_resumed : m_ledger;
    if (!ledger.isEmpty()) {
        if (const auto mark = ledger.forTarget(record.partition, record.offset, target)) {
            const bool discarded = mark->action == LedgerAction::Discarded;
            if (!m_request.again || !discarded) {
                result.skip = discarded ? SkipReason::Discarded : SkipReason::AlreadyReplayed;
                if (!discarded)
                    result.target = mark->target;
                return result;
            }
        }
    }
    if (!m_request.withReplies && expectsReply(record.headers)) {
        result.skip = SkipReason::ExpectsReply;
        return result;
    }
    if (!m_request.force && standing.returns > mostReturns) {
        result.skip = SkipReason::CameBackTooOften;
        return result;
    }
    return {};
}

Result<ReplayItem> ReplaySource::ready(const Record& record, const QString& target)
{
    if (target.isEmpty())
        return fail(errors::noTarget, record.topic);
    const auto partitions = m_targets.partitions.constFind(target);
    if (partitions == m_targets.partitions.constEnd())
        return fail(errors::targetMissing, target);
    ReplayRecord prepared = prepareReplay(record, target);
    if (m_request.patch) {
        if (const auto patched = m_request.patch(prepared.record); !patched)
            return fail(patched.error());
    }
    qint32 original = record.partition;
    if (const auto hop = latestHop(record.headers); hop && hop->partition)
        original = *hop->partition;
    const qint32 chosen = choosePartition(
        prepared.record.key, original, {*partitions, m_request.samePartition, m_anyPartition});
    if (chosen < 0)
        return fail(errors::unknownPartition, target, QString::number(original));
    const qint64 most = m_targets.largestRecord.value(target, -1);
    if (most >= 0 && wireSize(prepared.record) > most)
        return fail(errors::recordTooLarge, target, QString::number(wireSize(prepared.record)));
    prepared.record.partition = chosen;
    ReplayItem item;
    item.out = std::move(prepared.record);
    item.partition = record.partition;
    item.offset = record.offset;
    item.timestamp = record.timestamp;
    item.value = record.value;
    item.typeUnknown = prepared.typeUnknown;
    return item;
}

} // namespace nc
