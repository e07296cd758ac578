#include "failures/sending/replayplan.h"

#include "failures/facts/errors.h"
#include "failures/facts/headernames.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/valueshape.h"
#include "failures/letters/hopcollector.h"
#include "kafka/client/errors.h"
#include "kafka/records/recordview.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

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

ReplayPlan::ReplayPlan(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets)
    : m_request(request)
    , m_ledger(ledger)
    , m_targets(targets)
    , m_anyPartition(static_cast<qint32>(QRandomGenerator::global()->bounded(1 << 20)))
{
    if (!request.resume.isEmpty())
        m_resumed = onlyRun(ledger, request.resume);
}

QString ReplayPlan::topicName(QByteArrayView name)
{
    // Nearly always the same one.
    if (m_lastTopicBytes != name) {
        m_lastTopicBytes = name.toByteArray();
        m_lastTopic = QString::fromUtf8(m_lastTopicBytes);
    }
    return m_lastTopic;
}

std::optional<ReplayPlan::Candidate> ReplayPlan::quick(const RecordView& view)
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
    out.target = m_request.target.isEmpty() ? hop.topic : m_request.target;
    if (isSpecial(view, out.target))
        return {};
    out.timestamp = view.timestamp();
    if (view.key())
        out.prepared.record.key = view.key()->toByteArray();
    if (view.value())
        out.value = out.prepared.record.value = view.value()->toByteArray();
    out.prepared.record.topic = out.target;
    out.original = hop.partition >= 0 ? hop.partition : out.partition;
    const bool whole = hop.partition >= 0 && hop.offset >= 0;
    out.standing = standingOf(out.partition, out.offset, whole ? std::optional(hop) : std::nullopt, offsets, m_ledger);
    return out;
}

/// Whether more than the headers is to be looked at.
bool ReplayPlan::isSpecial(const RecordView& view, const QString& target) const
{
    return m_targets.patch || m_request.preview || isJudged(target)
        || m_request.edits.contains({view.partition(), view.offset()})
        || (view.value() && m_targets.rules.concerns(*view.value(), target));
}

/// The verdict on a record that the service does not read is always the same: nobody can tell. Only who asks hears it.
bool ReplayPlan::isJudged(const QString& target) const
{
    return m_request.judge && (m_request.preview || m_request.onlyVerdict || !expectedType(target).isEmpty());
}

std::optional<ReplayPlan::Candidate> ReplayPlan::thorough(const RecordView& view)
{
    const Record record = view.toRecord();
    Candidate out;
    if (m_request.filter) {
        out.letter = std::make_shared<DeadLetter>(readDeadLetter(record, m_ledger));
        if (!m_request.filter(*out.letter))
            return {};
    }
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
    // What was wrapped shows only now.
    const bool unwrapped = out.prepared.layers > 0 && out.prepared.record.value
        && m_targets.rules.concerns(*out.prepared.record.value, out.target);
    if (!unwrapped && !isSpecial(view, out.target))
        out.letter.reset();
    else if (!out.letter)
        out.letter = std::make_shared<DeadLetter>(readDeadLetter(record, m_ledger));
    return out;
}

ReplayResult ReplayPlan::resultFor(const Candidate& candidate, ReplayOutcome outcome)
{
    ReplayResult result{candidate.partition, candidate.offset, outcome};
    result.target = {candidate.target, -1, -1};
    return result;
}

void ReplayPlan::decide(const RecordView& view, SendingChunk& chunk)
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
    if (candidate->letter) {
        consider(std::move(*candidate), chunk);
        return;
    }
    Record record = std::move(candidate->prepared.record);
    auto item = ready(*candidate, std::move(record));
    if (!item) {
        ReplayResult failed = resultFor(*candidate, ReplayOutcome::Failed);
        failed.error = item.error();
        chunk.settled.append(failed);
        return;
    }
    chunk.append(std::move(*item));
}

std::optional<ReplayResult> ReplayPlan::leftOut(const Candidate& candidate) const
{
    ReplayResult result = resultFor(candidate, ReplayOutcome::Skipped);
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
    if (candidate.standing.returns > m_request.mostReturns && !m_request.allows(SkipReason::CameBackTooOften)) {
        result.skip = SkipReason::CameBackTooOften;
        return result;
    }
    return {};
}

Result<void> ReplayPlan::change(const Candidate& candidate, Record& record, ReplayFacts& facts) const
{
    const auto edit = m_request.edits.constFind({candidate.partition, candidate.offset});
    if (edit == m_request.edits.constEnd() && !m_targets.patch)
        return {};
    const QString place = QStringLiteral("%1:%2").arg(candidate.partition).arg(candidate.offset);
    const QByteArray before = record.value.value_or(QByteArray());
    auto json = RawJson::parse(before);
    if (edit != m_request.edits.constEnd()) {
        record.value = *edit;
    } else {
        if (!json)
            return fail(errors::cannotPatch, place, QStringLiteral("not JSON"));
        RawJson changed = *json;
        changed.merge(*m_targets.patch);
        record.value = changed.toJson();
    }
    if (const auto problem = shapeProblem(*record.value, candidate.target))
        return fail(problem->error);
    // What goes to other topics has to be JSON at least, as it was changed as such.
    if (QJsonDocument::fromJson(*record.value).isNull())
        return fail(errors::cannotPatch, place, QStringLiteral("not JSON"));
    if (*record.value == before)
        return {};
    if (m_targets.patch && edit == m_request.edits.constEnd())
        facts.changes = m_targets.patch->toJson();
    else if (const auto after = RawJson::parse(*record.value); json && after)
        facts.changes = mergeDifference(*json, *after).toJson();
    else
        facts.changes = "\"edited\"";
    return {};
}

void ReplayPlan::consider(Candidate candidate, SendingChunk& chunk)
{
    auto facts = std::make_shared<ReplayFacts>();
    const auto settle = [&](ReplayOutcome outcome, SkipReason skip, std::optional<Error> error) {
        ReplayResult result = resultFor(candidate, outcome);
        result.skip = skip;
        result.error = std::move(error);
        result.facts = facts;
        chunk.settled.append(result);
    };
    Record record = std::move(candidate.prepared.record);
    if (m_request.preview) {
        facts->hasPreview = true;
        facts->before = candidate.letter->record;
    }
    if (const auto changed = change(candidate, record, *facts); !changed) {
        settle(ReplayOutcome::Failed, SkipReason::None, changed.error());
        return;
    }
    SendingRules::Finding found;
    if (record.value)
        found = m_targets.rules.look(*candidate.letter, candidate.target, *record.value, *facts);
    const QList<QByteArray> values = found.events;
    if (!values.isEmpty()) {
        record.value = values.first();
        if (!facts->lateChannels.isEmpty())
            facts->changes +=
                "{\"tooLateFor\":" + RawJson::string(facts->lateChannels.join(u", "_s)).toJson() + '}';
        if (m_request.narrow && !facts->earlier.isEmpty())
            facts->changes += "{\"narrowed\":" + RawJson::string(describeEarlier(facts->earlier)).toJson() + '}';
    }
    facts->after = m_request.preview ? record : Record();
    if (isJudged(candidate.target)) {
        DeadLetter goes = *candidate.letter;
        goes.record.value = record.value;
        goes.record.headers = record.headers;
        goes.lastHop.topic = candidate.target;
        facts->verdict = m_request.judge(goes);
    }
    if (found.skip != SkipReason::None) {
        settle(ReplayOutcome::Skipped, found.skip, {});
        return;
    }
    if (const SkipReason held = m_request.heldByVerdict(facts->verdict); held != SkipReason::None) {
        settle(ReplayOutcome::Skipped, held, {});
        return;
    }
    QList<SendingItem> items;
    for (qsizetype i = 0; i < std::max<qsizetype>(1, values.size()); ++i) {
        Record one = record;
        if (i > 0)
            one.value = values[i];
        auto item = ready(candidate, std::move(one));
        if (!item) {
            settle(ReplayOutcome::Failed, SkipReason::None, item.error());
            return;
        }
        item->facts = facts;
        item->joined = i > 0;
        items.append(std::move(*item));
    }
    if (facts->hasPreview)
        facts->after.partition = items.first().anyPartition ? -1 : items.first().out.partition;
    for (SendingItem& item : items)
        chunk.append(std::move(item));
}

Result<SendingItem> ReplayPlan::ready(const Candidate& candidate, Record record)
{
    const QString& target = candidate.target;
    if (target.isEmpty())
        return fail(errors::noTarget, m_request.topic);
    const auto partitions = m_targets.partitions.constFind(target);
    if (partitions == m_targets.partitions.constEnd())
        return fail(errors::targetMissing, target);
    const PartitionChoice choice{*partitions, m_request.samePartition, m_anyPartition};
    const qint32 chosen = choosePartition(record.key, candidate.original, choice);
    if (chosen < 0)
        return fail(errors::unknownPartition, target, QString::number(candidate.original));
    const qint64 most = m_targets.largestRecord.value(target, -1);
    if (most >= 0 && wireSize(record) > most)
        return fail(errors::recordTooLarge, target, QString::number(wireSize(record)));
    record.partition = chosen;
    SendingItem item;
    item.anyPartition = isAnyPartition(record.key, candidate.original, choice);
    item.key = record.key;
    item.out = std::move(record);
    item.partition = candidate.partition;
    item.offset = candidate.offset;
    item.timestamp = candidate.timestamp;
    item.value = candidate.value;
    item.returns = candidate.standing.returns;
    item.typeUnknown = candidate.prepared.typeUnknown;
    return item;
}

} // namespace nc
