#include "failures/sending/replaysource.h"

#include "core/errors.h"
#include "failures/deliveries/inboxhistory.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/topicends.h"
#include "failures/sending/markcollector.h"
#include "failures/verdicts/verdict.h"
#include "kafka/client/errors.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {

ReplaySource::ReplaySource(const ReplayRequest& request, SendingAccess access)
    : m_request(request)
    , m_access(access)
{
}

void ReplaySource::takeRange(const TopicInfo& topic)
{
    m_range.topic = topic.topic;
    m_range.isolation = Isolation::ReadCommitted;
    const auto bounds = m_request.offsets.bounds();
    for (const PartitionInfo& partition : topic.partitions) {
        m_ends.append(partition.high);
        auto [first, last] = std::pair(partition.low, partition.high);
        if (!m_request.offsets.isEmpty()) {
            const auto chosen = bounds.constFind(partition.partition);
            if (chosen == bounds.constEnd())
                continue;
            first = std::max(first, chosen->first);
            last = std::min(last, chosen->second);
        }
        if (first >= last)
            continue;
        m_range.offsets.insert(partition.partition, {first, last});
        m_total += last - first;
    }
}

Result<void> ReplaySource::readTargets(const TaskContext& task)
{
    const auto topics = m_access.admin.listTopics({.watermarks = false, .groups = false, .internals = false}, task);
    if (!topics)
        return fail(topics.error());
    for (const TopicInfo& info : *topics)
        m_targets.partitions.insert(info.topic, static_cast<qint32>(info.partitions.size()));
    if (!m_request.target.isEmpty() && !m_targets.partitions.contains(m_request.target))
        return fail(errors::targetMissing, m_request.target);
    return {};
}

Result<void> ReplaySource::readPatch()
{
    if (m_request.patch.isEmpty())
        return {};
    m_targets.patch = RawJson::parse(m_request.patch);
    if (m_targets.patch && m_targets.patch->isObject())
        return {};
    QJsonParseError problem;
    QJsonDocument::fromJson(m_request.patch, &problem);
    return fail(errors::badPatch, {}, problem.errorString());
}

Result<void> ReplaySource::readLimit(const TaskContext& task)
{
    if (!m_targets.partitions.contains(m_target))
        return {};
    // A limit that may not be seen is not known, no more.
    const auto configs = m_access.admin.configs({m_target}, task);
    if (!configs)
        return fail(configs.error());
    bool ok = false;
    const qint64 most = configs->value(m_target).value(u"max.message.bytes"_s).value.toLongLong(&ok);
    if (ok)
        m_targets.largestRecord.insert(m_target, most);
    return {};
}

Result<FenceRequest> ReplaySource::prepare(const TaskContext& task)
{
    const auto topic = topicWithEnds(m_access.admin, m_request.topic, task);
    if (!topic)
        return fail(topic.error());
    takeRange(*topic);
    if (const auto read = readPatch(); !read)
        return fail(read.error());
    if (const auto read = readTargets(task); !read)
        return fail(read.error());
    const auto cluster = m_access.admin.cluster(task);
    if (!cluster)
        return fail(cluster.error());
    m_target = m_request.target.isEmpty() ? topicWithoutSuffix(m_request.topic) : m_request.target;
    m_isEvents = m_target == serviceTopics().first();
    if (const auto read = readLimit(task); !read)
        return fail(read.error());
    FenceRequest fence{cluster->id, m_request.topic, {}, 1'000'000, m_targets.largestRecord.keys()};
    if (m_isEvents)
        fence.otherTopic = auditTopic();
    for (const qint64 most : std::as_const(m_targets.largestRecord))
        fence.batchBytes = static_cast<int>(std::min<qint64>(fence.batchBytes, most));
    return fence;
}

Result<void> ReplaySource::learn(LedgerReading reading, ReplaySummary& summary, const TaskContext& task)
{
    LedgerStore store(m_access.admin, m_access.reader, m_request.localLedger, reading);
    const bool ofService = !expectedType(m_target).isEmpty();
    // Of the audit only the ledger is asked: its records may be long gone.
    auto ledgers =
        store.load(ofService ? QStringList{m_request.topic, auditTopic()} : QStringList{m_request.topic}, task);
    if (!ledgers)
        return fail(ledgers.error());
    summary.ledgerIsLocal = store.unseen().has_value();
    m_ledger = ledgers->value(m_request.topic);
    if (ofService) {
        if (const auto learned = learnHistory(ledgers->value(auditTopic()), summary, task); !learned)
            return learned;
    }
    return checkRun();
}

Result<void> ReplaySource::learnHistory(const LedgerIndex& resent, ReplaySummary& summary, const TaskContext& task)
{
    auto read = readHistory(m_access.admin, m_access.reader, AvroDecoder(m_access.kafka), m_request.shelfLives, task);
    if (!read)
        return fail(read.error());
    summary.notes += read->unseen;
    if (m_request.inbox && m_isEvents) {
        const auto inbox = addInboxRows(read->history, *m_request.inbox, task);
        if (!inbox && inbox.error().is(errors::cancelled))
            return fail(inbox.error());
        if (!inbox)
            summary.notes.append(inbox.error());
    }
    read->history.addResent(resent);
    if (m_isEvents) {
        const auto audit = topicWithEnds(m_access.admin, auditTopic(), task);
        // Ends that nobody tells are not taken for none; a topic that may not be seen is.
        if (!audit && audit.error().is(errors::kafkaNoLeader))
            return fail(audit.error());
        for (const PartitionInfo& partition : audit ? audit->partitions : QList<PartitionInfo>())
            m_auditEnds.append(partition.high);
    }
    auto templates = readTemplates(summary, task);
    if (!templates)
        return fail(templates.error());
    m_targets.rules = SendingRules(
        m_request, std::move(read->history), QDateTime::currentMSecsSinceEpoch(), std::move(*templates));
    return {};
}

/// Only shelf lives ask for them.
Result<std::optional<QSet<QString>>> ReplaySource::readTemplates(ReplaySummary& summary, const TaskContext& task)
{
    if (!m_request.inbox || !m_isEvents || m_request.shelfLives.isDefault())
        return std::nullopt;
    const auto contents = readPublishedContents(*m_request.inbox, task);
    if (contents)
        return QSet<QString>(contents->keyBegin(), contents->keyEnd());
    if (contents.error().is(errors::cancelled))
        return fail(contents.error());
    summary.notes.append(contents.error());
    return std::nullopt;
}

Result<void> ReplaySource::checkRun() const
{
    if (m_request.resume.isEmpty())
        return {};
    for (const LedgerEntry& entry : m_ledger.entries()) {
        if (entry.run == m_request.resume)
            return {};
    }
    return fail(errors::noSuchRun, m_request.topic, m_request.resume);
}

RunInfo ReplaySource::info() const
{
    RunInfo info;
    info.run = m_request.resume;
    info.ends = m_ends;
    info.auditEnds = m_auditEnds;
    return info;
}

Result<void> ReplaySource::produce(const Hand& hand, const TaskContext& task)
{
    ReplayPlan plan(m_request, m_ledger, m_targets);
    const auto sink = [&](RecordBatch batch) {
        if (batch.empty())
            return Flow::Continue;
        SendingChunk chunk;
        for (const RecordView& view : batch)
            plan.decide(view, chunk);
        plan.nextPartition();
        chunk.readAt = std::chrono::steady_clock::now();
        if (chunk.scanned == 0)
            return Flow::Continue;
        return hand(std::move(chunk)) ? Flow::Continue : Flow::Stop;
    };
    const auto done = m_access.reader.scan(m_range, sink, task);
    return done ? Result<void>() : fail(done.error());
}

Result<SendingSource::Marks> ReplaySource::marks(const RunInfo& info, LedgerReading reading, const TaskContext& task)
{
    const auto ledger =
        LedgerStore(m_access.admin, m_access.reader, m_request.localLedger, reading).load(m_request.topic, task);
    if (!ledger)
        return fail(ledger.error());
    const bool undo = info.action == LedgerAction::Reopened;
    Marks marks;
    MarkCollector marked;
    CauseCache causes;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!m_request.offsets.isEmpty() && !m_request.offsets.contains(view.partition(), view.offset()))
                continue;
            const Record record = view.toRecord();
            if (m_request.filter && !m_request.filter(readDeadLetter(record, *ledger, &causes)))
                continue;
            ++marks.matched;
            const LetterState state = standingOf(record, *ledger).state;
            if (undo == (state == LetterState::Discarded))
                marked.add(record);
        }
        return Flow::Continue;
    };
    if (const auto read = m_access.reader.scan(m_range, look, task); !read)
        return fail(read.error());
    // No targets: a run of such an entry tells only which records it is about.
    marks.entries = marked.entries(info);
    marks.changed = marked.count();
    return marks;
}

} // namespace nc
