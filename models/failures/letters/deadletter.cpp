#include "failures/letters/deadletter.h"

#include "failures/facts/platformtopics.h"
#include "failures/letters/replayrecord.h"
#include "failures/letters/wrapping.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QLatin1StringView stateNames[] = {"open"_L1, "replayed"_L1, "returned"_L1, "discarded"_L1, "unknown"_L1};

/// The sending that a dead letter with this latest hop is the outcome of.
std::optional<LedgerMark> sendingOf(qint32 partition, qint64 offset, const RecordPlace& hop, const LedgerIndex& ledger)
{
    const auto sent = ledger.sentTo(hop);
    if (!sent)
        return {};
    // A dead letter that was there before the replay is not its outcome, whatever its headers say: the target topic may
    // have been made anew since. Offsets tell this where clocks differ.
    const QList<qint64>& ends = ledger.entries()[sent->entry].ends;
    if (partition < ends.size() && offset < ends[partition])
        return {};
    return sent;
}

/// What the service does where no header counts (docs/contracts.md, section 11).
std::optional<int> usualAttempts(const DeadLetter& letter)
{
    if (!serviceTopics().contains(letter.lastHop.topic) || letter.failure.exception.isEmpty())
        return {};
    const bool atOnce = !letter.record.value || letter.failure.exception.endsWith("DeserializationException"_L1);
    return atOnce ? 1 : 4;
}

} // namespace

QString stateName(LetterState state)
{
    return stateNames[static_cast<int>(state)];
}

std::optional<LetterState> stateFromName(const QString& name)
{
    for (int i = 0; i < 5; ++i) {
        if (name == stateNames[i])
            return static_cast<LetterState>(i);
    }
    return {};
}

LetterStanding standingOf(const Record& record, const LedgerIndex& ledger)
{
    qsizetype hops = 0;
    for (const Header& header : record.headers)
        hops += header.name == "kafka_dlt-original-offset" ? 1 : 0;
    std::optional<RecordPlace> from;
    if (!ledger.isEmpty()) {
        if (const auto hop = latestHop(record.headers); hop && hop->partition && hop->offset)
            from = RecordPlace{hop->topic, *hop->partition, *hop->offset};
    }
    return standingOf(record.partition, record.offset, from, hops, ledger);
}

LetterStanding standingOf(qint32 partition, qint64 offset, const std::optional<RecordPlace>& cameFrom, qsizetype hops,
    const LedgerIndex& ledger)
{
    LetterStanding standing;
    standing.returns = static_cast<int>(std::max<qsizetype>(0, hops - 1));
    if (!ledger.isWhole())
        standing.state = LetterState::Unknown;
    if (ledger.isEmpty())
        return standing;
    if (cameFrom) {
        if (const auto sent = sendingOf(partition, offset, *cameFrom, ledger)) {
            standing.state = ledger.isWhole() ? LetterState::Returned : LetterState::Unknown;
            standing.returns = std::max(standing.returns, sent->returns + 1);
        }
    }
    standing.mark = ledger.latest(partition, offset);
    if (standing.mark)
        standing.state =
            standing.mark->action == LedgerAction::Discarded ? LetterState::Discarded : LetterState::Replayed;
    return standing;
}

DeadLetter readDeadLetter(const Record& record, const LedgerIndex& ledger, CauseCache* causes)
{
    DeadLetter letter;
    letter.record = record;
    letter.failure = decodeFailureHeaders(record.headers);
    if (!letter.failure.hops.isEmpty()) {
        letter.origin = letter.failure.hops.first();
        letter.lastHop = letter.failure.hops.last();
    }
    if (letter.origin.topic.isEmpty())
        letter.origin.topic = topicWithoutSuffix(record.topic);
    if (letter.lastHop.topic.isEmpty())
        letter.lastHop.topic = targetOf(record);
    letter.cause =
        causes ? causes->of(letter.failure, letter.lastHop.topic) : causeOf(letter.failure, letter.lastHop.topic);
    const Unwrapped inner = unwrap(record);
    letter.original = inner.bytes;
    letter.layers = inner.layers;
    letter.facts = factsOf(inner.bytes, letter.lastHop.topic);
    letter.attempts = letter.failure.attempts ? letter.failure.attempts : usualAttempts(letter);
    const LetterStanding standing = standingOf(record, ledger);
    letter.state = standing.state;
    letter.mark = standing.mark;
    letter.returns = standing.returns;
    return letter;
}

} // namespace nc
