#include "deadletters/replaysource.h"

#include "deadletters/errors.h"
#include "deadletters/headernames.h"
#include "deadletters/hopcollector.h"
#include "kafka/errors.h"
#include "kafka/recordreader.h"

#include <QRandomGenerator>

namespace nc {
namespace {

constexpr qsizetype aheadBytes = 24 * 1024 * 1024;

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

QString ReplaySource::topicName(QByteArrayView name)
{
    // Nearly always the same one.
    if (m_lastTopicBytes != name) {
        m_lastTopicBytes = name.toByteArray();
        m_lastTopic = QString::fromUtf8(m_lastTopicBytes);
    }
    return m_lastTopic;
}

std::optional<ReplaySource::Candidate> ReplaySource::quick(const RecordView& view)
{
    if (m_request.filter)
        return {};
    Candidate out;
    out.partition = view.partition();
    out.offset = view.offset();
    RecordPlace hop;
    int topics = 0;
    int offsets = 0;
    const qsizetype count = view.headerCount();
    Headers& headers = out.prepared.record.headers;
    headers.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const HeaderView header = view.header(i);
        switch (familyOf(header.name)) {
        case HeaderFamily::Foreign:
            // What was wrapped must be unwrapped.
            if (header.name == QByteArrayView("__TypeId__") && header.value == QByteArrayView("[B"))
                return {};
            out.expectsReply = out.expectsReply || isReplyHeader(header.name);
            headers.append(
                {header.name.toByteArray(), header.value ? std::optional(header.value->toByteArray()) : std::nullopt});
            break;
        case HeaderFamily::SpringDlt:
            if (!header.value)
                break;
            if (header.name.endsWith("original-topic")) {
                ++topics;
                hop.topic = topicName(*header.value);
            } else if (header.name.endsWith("original-partition")) {
                hop.partition = toPartition(decodeInteger(*header.value, 4)).value_or(-1);
            } else if (header.name.endsWith("original-offset")) {
                ++offsets;
                hop.offset = decodeInteger(*header.value, 8).value_or(-1);
            }
            break;
        default:
            return {};
        }
    }
    if (topics != 1 || offsets > 1 || hop.topic.isEmpty())
        return {};
    out.timestamp = view.timestamp();
    if (view.key())
        out.prepared.record.key = view.key()->toByteArray();
    if (view.value())
        out.value = out.prepared.record.value = view.value()->toByteArray();
    out.target = m_request.target.isEmpty() ? hop.topic : m_request.target;
    out.prepared.record.topic = out.target;
    out.original = hop.partition >= 0 ? hop.partition : out.partition;
    const bool whole = hop.partition >= 0 && hop.offset >= 0;
    out.standing = standingOf(out.partition, out.offset, whole ? std::optional(hop) : std::nullopt, offsets, m_ledger);
    return out;
}

std::optional<ReplaySource::Candidate> ReplaySource::thorough(const RecordView& view)
{
    const Record record = view.toRecord();
    if (m_request.filter && !m_request.filter(readDeadLetter(record, m_ledger)))
        return {};
    Candidate out;
    out.partition = record.partition;
    out.offset = record.offset;
    out.timestamp = record.timestamp;
    out.value = record.value;
    out.target = m_request.target.isEmpty() ? targetOf(record) : m_request.target;
    out.prepared = prepareReplay(record, out.target);
    out.original = record.partition;
    if (const auto hop = latestHop(record.headers); hop && hop->partition)
        out.original = *hop->partition;
    out.expectsReply = expectsReply(record.headers);
    out.standing = standingOf(record, m_ledger);
    return out;
}

void ReplaySource::sort(const RecordView& view, ReplayChunk& chunk)
{
    ++chunk.scanned;
    if (!m_request.offsets.isEmpty() && !m_request.offsets.contains(view.partition(), view.offset()))
        return;
    auto candidate = quick(view);
    if (!candidate)
        candidate = thorough(view);
    if (!candidate)
        return;
    if (auto out = leftOut(*candidate)) {
        chunk.settled.append(*out);
        return;
    }
    ReplayResult failed{
        candidate->partition, candidate->offset, ReplayOutcome::Failed, {}, {}, false, {candidate->target, -1, -1}};
    auto item = ready(std::move(*candidate));
    if (!item) {
        failed.error = item.error();
        chunk.settled.append(failed);
        return;
    }
    chunk.bytes += 600 + (item->out.value ? item->out.value->size() : 0);
    chunk.items.append(std::move(*item));
}

std::optional<ReplayResult> ReplaySource::leftOut(const Candidate& candidate) const
{
    ReplayResult result{
        candidate.partition, candidate.offset, ReplayOutcome::Skipped, {}, {}, false, {candidate.target, -1, -1}};
    const LedgerIndex& ledger = m_request.again ? m_resumed : m_ledger;
    if (!ledger.isEmpty()) {
        if (const auto mark = ledger.forTarget(candidate.partition, candidate.offset, candidate.target)) {
            const bool discarded = mark->action == LedgerAction::Discarded;
            if (!m_request.again || !discarded) {
                result.skip = discarded ? SkipReason::Discarded : SkipReason::AlreadyReplayed;
                if (!discarded)
                    result.target = mark->target;
                return result;
            }
        }
    }
    if (!m_request.withReplies && candidate.expectsReply) {
        result.skip = SkipReason::ExpectsReply;
        return result;
    }
    if (!m_request.force && candidate.standing.returns > mostReturns) {
        result.skip = SkipReason::CameBackTooOften;
        return result;
    }
    return {};
}

Result<ReplayItem> ReplaySource::ready(Candidate candidate)
{
    const QString& target = candidate.target;
    if (target.isEmpty())
        return fail(errors::noTarget, m_request.topic);
    const auto partitions = m_targets.partitions.constFind(target);
    if (partitions == m_targets.partitions.constEnd())
        return fail(errors::targetMissing, target);
    Record& record = candidate.prepared.record;
    if (m_request.patch) {
        if (const auto patched = m_request.patch(record); !patched)
            return fail(patched.error());
    }
    const qint32 chosen =
        choosePartition(record.key, candidate.original, {*partitions, m_request.samePartition, m_anyPartition});
    if (chosen < 0)
        return fail(errors::unknownPartition, target, QString::number(candidate.original));
    const qint64 most = m_targets.largestRecord.value(target, -1);
    if (most >= 0 && wireSize(record) > most)
        return fail(errors::recordTooLarge, target, QString::number(wireSize(record)));
    record.partition = chosen;
    ReplayItem item;
    item.key = record.key;
    item.out = std::move(record);
    item.partition = candidate.partition;
    item.offset = candidate.offset;
    item.timestamp = candidate.timestamp;
    item.value = std::move(candidate.value);
    item.returns = candidate.standing.returns;
    item.typeUnknown = candidate.prepared.typeUnknown;
    return item;
}

} // namespace nc
