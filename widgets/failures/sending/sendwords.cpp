#include "widgets/failures/sending/sendwords.h"

#include "core/errors.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/failures/sending/sendrun.h"
#include "widgets/style/language.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString timeWords(qint64 seconds)
{
    return seconds < 2  ? SendDialog::tr("takes a second or two")
        : seconds < 120 ? SendDialog::tr("takes about %n s", nullptr, static_cast<int>(seconds))
                        : SendDialog::tr("takes about %n min", nullptr, static_cast<int>((seconds + 30) / 60));
}

QStringList verdictWords(const VerdictTotals& verdicts)
{
    QStringList parts;
    if (verdicts.wouldSucceed > 0)
        parts += SendDialog::tr("%n would succeed now", nullptr, static_cast<int>(verdicts.wouldSucceed));
    if (verdicts.wouldFail > 0)
        parts += SendDialog::tr("%n would fail again", nullptr, static_cast<int>(verdicts.wouldFail));
    if (verdicts.unknown > 0 && verdicts.wouldSucceed + verdicts.wouldFail > 0)
        parts += SendDialog::tr("%n cannot be told", nullptr, static_cast<int>(verdicts.unknown));
    return parts;
}

} // namespace

QString targetsInWords(const ReplaySummary& summary)
{
    return summary.byTarget.size() == 1
        ? summary.byTarget.firstKey()
        : SendDialog::tr("%n topics", nullptr, static_cast<int>(summary.byTarget.size()));
}

QString trialWords(const ReplaySummary& summary, qint64 leftOut)
{
    QStringList parts;
    for (auto at = summary.byTarget.constBegin(); at != summary.byTarget.constEnd(); ++at)
        parts += SendDialog::tr("%1 → %2").arg(groupedNumber(at.value()), at.key());
    if (leftOut > 0)
        parts += SendDialog::tr("%1 left out").arg(groupedNumber(leftOut));
    if (summary.failed > 0)
        parts += SendDialog::tr("%1 cannot go").arg(groupedNumber(summary.failed));
    return parts.isEmpty() ? SendDialog::tr("Nothing to send.") : parts.join(u" · "_s);
}

QStringList trialNotes(const SendFindings& plan, int rate)
{
    const ReplaySummary& summary = plan.summary;
    QStringList parts = verdictWords(summary.verdicts);
    if (!plan.going.isEmpty()) {
        const qint64 byRate = rate > 0 ? qint64(plan.going.size()) / rate : 0;
        parts += timeWords(std::max<qint64>(byRate, summary.estimate.count() / 1000));
    }
    QStringList lines{parts.join(u" · "_s)};
    for (const VerdictTotals::Cause& cause : summary.verdicts.causes)
        lines += SendDialog::tr("%1 would fail: %2")
                     .arg(groupedNumber(cause.count), sentenceFor(cause.reason, currentLanguage()).what);
    if (summary.againRecords > 0)
        lines += SendDialog::tr("%1 would be delivered once more, to %n recipient(s).", nullptr,
            static_cast<int>(summary.againPeople))
                     .arg(groupedNumber(summary.againRecords));
    for (const Error& note : summary.notes)
        lines += SendDialog::tr("Who already got something could not be seen completely: %1")
                     .arg(describe(note, currentLanguage()));
    if (plan.running)
        lines += SendDialog::tr("%1 seems to be sending from there right now; sending takes over from that run.")
                     .arg(plan.running->by);
    lines.removeAll(QString());
    return lines;
}

QString courseWords(const SendRun& run, bool canary, const QString& target)
{
    const QString sent = groupedNumber(run.settled());
    const QString all = groupedNumber(run.going());
    if (run.isPaused() && !run.isResting())
        return SendDialog::tr("Pausing: what is under way is finished first…");
    if (run.isPaused())
        return SendDialog::tr("Paused. %1 of %2 sent; they stand in the ledger.").arg(sent, all);
    if (run.settled() == 0)
        return canary          ? SendDialog::tr("Sending one and watching what becomes of it…")
            : target.isEmpty() ? SendDialog::tr("Sending again…")
                               : SendDialog::tr("Sending to %1…").arg(target);
    if (canary && run.settled() == 1)
        return SendDialog::tr("One was sent; watching what becomes of it…");
    return target.isEmpty() ? SendDialog::tr("%1 of %2 sent…").arg(sent, all)
                            : SendDialog::tr("%1 of %2 sent to %3…").arg(sent, all, target);
}

QString stoppedWords(const SendRun& run, const Error& error)
{
    const QString what =
        error.is(errors::cancelled) ? SendDialog::tr("Stopped.") : describe(error, currentLanguage());
    return SendDialog::tr("%1 %2 of %3 were sent; they stand in the ledger and will not be sent twice.")
        .arg(what, groupedNumber(run.settled()), groupedNumber(run.going()));
}

QString resultWords(const ReplaySummary& summary)
{
    const QString count = groupedNumber(summary.replayed);
    const QString sent = summary.exactlyOnce ? SendDialog::tr("%1 sent, each exactly once").arg(count)
                                             : SendDialog::tr("%1 sent, each at least once").arg(count);
    return SendDialog::tr("%1; %2 left out, %3 failed.")
        .arg(sent, groupedNumber(summary.skipped), groupedNumber(summary.failed));
}

QStringList resultNotes(const ReplaySummary& summary)
{
    QStringList lines;
    if (summary.stopped)
        lines += describe(*summary.stopped, currentLanguage());
    if (summary.ledgerIsLocal)
        lines += SendDialog::tr("Only this computer remembers what was sent: the cluster does not allow the ledger.");
    return lines;
}

} // namespace nc
