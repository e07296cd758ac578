#include "failures/sending/sendingresult.h"

#include "core/sentences.h"
#include "failures/facts/errors.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/verdictresult.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Without a word for longer than this a run counts as ended.
constexpr qint64 longestSilence = 60'000;

Error said(ErrorCode code, const QString& subject = {}, const QString& detail = {})
{
    return {code, subject, detail, Next::Abort};
}

QString ageText(std::chrono::milliseconds age)
{
    // To the minute is enough for what is hours old.
    const qint64 unit = age.count() >= 3'600'000 ? 3'600'000 : age.count() >= 60'000 ? 60'000 : 1000;
    return durationText(std::chrono::milliseconds(age.count() / unit * unit));
}

std::optional<Error> explainSkip(const ReplayResult& result)
{
    const ReplayFacts none;
    const ReplayFacts& facts = result.facts ? *result.facts : none;
    switch (result.skip) {
    case SkipReason::None:
        return {};
    case SkipReason::AlreadyReplayed:
        return said(errors::heldReplayed);
    case SkipReason::Discarded:
        return said(errors::heldDiscarded);
    case SkipReason::ExpectsReply:
        return said(errors::heldReply);
    case SkipReason::CameBackTooOften:
        return said(errors::heldReturns);
    case SkipReason::EventIsDead:
        return said(errors::heldEventDead);
    case SkipReason::EventReplayed:
        return said(errors::heldEventReplayed);
    case SkipReason::TooLate:
        return said(errors::heldTooLate, facts.templateName,
            u"%1 > %2"_s.arg(ageText(facts.age), durationText(facts.shelfLife)));
    case SkipReason::AlreadyGot:
        return said(errors::heldAlreadyGot, {}, describeEarlier(facts.earlier));
    case SkipReason::EverybodyGot:
        return said(errors::heldEverybodyGot, {}, describeEarlier(facts.earlier));
    case SkipReason::Verdict:
        return said(errors::heldVerdict, facts.verdict ? verdictName(facts.verdict->outcome) : QString(),
            facts.verdict ? facts.verdict->sentences(Language::English).join(u' ') : QString());
    case SkipReason::WouldFail:
        return said(errors::heldWouldFail, {},
            facts.verdict ? facts.verdict->sentences(Language::English).value(0) : QString());
    }
    return {};
}

} // namespace

std::optional<Error> explain(const ReplayResult& result)
{
    if (result.error)
        return result.error;
    if (result.skip != SkipReason::None)
        return explainSkip(result);
    if (result.facts && !result.facts->lateChannels.isEmpty())
        return said(errors::noteLateChannels, result.facts->templateName, result.facts->lateChannels.join(u", "_s));
    if (result.facts && result.facts->narrowed)
        return said(errors::noteNarrowed, {}, describeEarlier(result.facts->earlier));
    if (result.facts && !result.facts->earlier.isEmpty())
        return said(errors::noteAgain, {}, describeEarlier(result.facts->earlier));
    if (result.typeUnknown)
        return said(errors::noteNoType, result.target.topic);
    return {};
}

std::optional<Sentence> sentenceOf(const ReplayResult& result, Language language)
{
    auto why = explain(result);
    if (!why)
        return {};
    if (why->is(errors::heldWouldFail) && result.facts && result.facts->verdict)
        why->detail = result.facts->verdict->sentences(language).value(0);
    return sentenceFor(*why, language);
}

void VerdictTotals::add(const std::shared_ptr<const Verdict>& verdict)
{
    if (!verdict)
        return;
    switch (verdict->outcome) {
    case VerdictOutcome::WouldSucceed:
        ++wouldSucceed;
        break;
    case VerdictOutcome::Unknown:
        ++unknown;
        break;
    case VerdictOutcome::WouldFail: {
        ++wouldFail;
        const Error reason = verdict->reasons.value(0);
        Cause& cause = causes[QString::fromLatin1(reason.code.name) + u' ' + reason.subject];
        if (cause.count++ == 0)
            cause.reason = reason;
        break;
    }
    }
}

QList<HeaderChange> headerDifference(const Headers& before, const Headers& after)
{
    QList<HeaderChange> out;
    qsizetype next = 0;
    for (const Header& header : before) {
        // What goes keeps the order of what was there.
        if (next < after.size() && after[next] == header) {
            ++next;
            continue;
        }
        if (next < after.size() && after[next].name == header.name) {
            out.append({header.name, header.value, after[next].value, false, false});
            ++next;
            continue;
        }
        out.append({header.name, header.value, {}, true, false});
    }
    for (; next < after.size(); ++next)
        out.append({after[next].name, {}, after[next].value, false, true});
    return out;
}

QString outcomeName(ReplayOutcome outcome)
{
    static constexpr QLatin1StringView names[] = {"replayed"_L1, "would-replay"_L1, "skipped"_L1, "failed"_L1};
    return names[static_cast<int>(outcome)];
}

QString skipReasonName(SkipReason reason)
{
    switch (reason) {
    case SkipReason::None:
        return {};
    case SkipReason::AlreadyReplayed:
        return u"already-replayed"_s;
    case SkipReason::Discarded:
        return u"discarded"_s;
    case SkipReason::ExpectsReply:
        return u"expects-reply"_s;
    case SkipReason::CameBackTooOften:
        return u"came-back-too-often"_s;
    case SkipReason::EventIsDead:
        return u"event-is-dead"_s;
    case SkipReason::EventReplayed:
        return u"event-replayed"_s;
    case SkipReason::TooLate:
        return u"too-late"_s;
    case SkipReason::AlreadyGot:
        return u"already-got"_s;
    case SkipReason::EverybodyGot:
        return u"everybody-got"_s;
    case SkipReason::Verdict:
        return u"verdict"_s;
    case SkipReason::WouldFail:
        return u"would-fail"_s;
    }
    return {};
}

std::optional<RunningReplay> runningReplay(const LedgerIndex& ledger, qint64 now)
{
    QSet<QString> ended;
    for (auto entry = ledger.entries().crbegin(); entry != ledger.entries().crend(); ++entry) {
        if (now - entry->at > longestSilence)
            break;
        if (entry->goesOn && !ended.contains(entry->run))
            return RunningReplay{entry->run, entry->by, entry->at};
        ended.insert(entry->run);
    }
    return {};
}

} // namespace nc
