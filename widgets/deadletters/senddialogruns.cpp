// The part of SendDialog that tries out, sends and tells.
#include "core/settings.h"
#include "core/settingstable.h"
#include "deadletters/errors.h"
#include "deadletters/letterlist.h"
#include "deadletters/lettermodels.h"
#include "widgets/common/datatable.h"
#include "widgets/common/diffview.h"
#include "widgets/common/language.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/background.h"
#include "widgets/deadletters/editdialog.h"
#include "widgets/deadletters/replaywords.h"
#include "widgets/deadletters/senddialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// What the table shows at most; the counts are of all.
constexpr qsizetype shownResults = 2000;

OffsetSelection selectionOf(const QList<quint64>& places)
{
    OffsetSelection out;
    for (const quint64 place : places)
        out.add(FailureRow::partitionOf(place), FailureRow::offsetOf(place), FailureRow::offsetOf(place));
    return out;
}

} // namespace

SendOptions SendDialog::options() const
{
    SendOptions options;
    options.offsets = scopeOffsets();
    options.target = target();
    options.samePartition = m_samePartition->isChecked();
    options.narrow = m_narrow->isChecked();
    options.patch = m_patch;
    options.edits = m_edits;
    options.rate = m_rate->value();
    options.reason = m_reason->text().trimmed();
    options.shelfLives = ShelfLives(m_workspace.settings().get(settings::shelfLives));
    options.mostReturns = m_workspace.settings().get(settings::maximumReturns);
    return options;
}

std::function<Result<SendDialog::Outcome>(TaskContext&)> SendDialog::workFor(
    const SendOptions& chosen, bool dryRun) const
{
    return [open = accessOf(m_workspace), job = m_job, chosen, dryRun](TaskContext& task) -> Result<Outcome> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        Outcome outcome;
        bool hasExample = false;
        const auto tell = [&](const QList<ReplayResult>& results) {
            for (ReplayResult result : results) {
                const quint64 place = FailureRow::placeKey(result.partition, result.offset);
                if (result.outcome == ReplayOutcome::Skipped)
                    outcome.held[result.skip].append(place);
                else if (result.outcome == ReplayOutcome::WouldReplay && !result.joined)
                    outcome.going.append(place);
                if (!hasExample && result.outcome == ReplayOutcome::WouldReplay && result.facts
                    && result.facts->hasPreview) {
                    outcome.example = job->example(*result.facts);
                    hasExample = true;
                }
                if (outcome.results.size() >= shownResults)
                    continue;
                if (result.facts && result.facts->hasPreview) {
                    // One example is enough to keep.
                    auto facts = std::make_shared<ReplayFacts>(*result.facts);
                    facts->before = {};
                    facts->after = {};
                    result.facts = facts;
                }
                outcome.results.append(result);
            }
        };
        if (dryRun)
            outcome.running = job->running(*access, task);
        auto summary = job->run(*access, chosen, dryRun, tell, task);
        if (!summary)
            return fail(summary.error());
        outcome.summary = *summary;
        return outcome;
    };
}

void SendDialog::tryOut()
{
    m_base = {};
    runTrial(options(), true);
}

void SendDialog::tryChosen()
{
    if (!anyHoldChosen()) {
        m_plan = m_base;
        return takeTrial(m_base, true);
    }
    SendOptions chosen = options();
    QList<quint64> places = m_base.going;
    for (const Hold& hold : std::as_const(m_holds)) {
        if (hold.box->isChecked())
            places += m_base.held.value(hold.reason);
    }
    chosen.offsets = selectionOf(places);
    chosen.withReplies = isChosen(SkipReason::ExpectsReply);
    chosen.again = isChosen(SkipReason::AlreadyReplayed);
    chosen.force = isChosen(SkipReason::TooLate) || isChosen(SkipReason::AlreadyGot)
        || isChosen(SkipReason::CameBackTooOften) || isChosen(SkipReason::EventIsDead)
        || isChosen(SkipReason::EventReplayed);
    runTrial(chosen, false);
}

void SendDialog::runTrial(const SendOptions& chosen, bool whole)
{
    if (m_running || m_done)
        return;
    const quint64 trial = ++m_trial;
    m_tried = false;
    m_counts->setText(tr("Looking what would go…"));
    m_notes->hide();
    updateButtons();
    if (m_trialTask != 0)
        m_workspace.tasks().cancel(m_trialTask);
    m_trialTask = runFor(
        this, m_workspace, u"dry-run"_s, m_job->topic(), workFor(chosen, true),
        [this, trial, whole](Result<Outcome> outcome) {
            if (trial == m_trial && !m_running && !m_done)
                takeTrial(std::move(outcome), whole);
        },
        false);
}

void SendDialog::takeTrial(Result<Outcome> outcome, bool whole)
{
    if (!outcome) {
        m_counts->setText(describe(outcome.error(), currentLanguage()));
        m_results->setRows({});
        m_plan = {};
        updateButtons();
        return;
    }
    m_tried = true;
    m_plan = std::move(*outcome);
    if (whole) {
        m_base = m_plan;
        showHeld();
        // What was chosen before is asked for again, among what is held now.
        if (anyHoldChosen())
            return tryChosen();
    }
    const ReplaySummary& summary = m_plan.summary;
    QStringList parts;
    for (auto at = summary.byTarget.constBegin(); at != summary.byTarget.constEnd(); ++at)
        parts += tr("%1 → %2").arg(groupedNumber(at.value()), at.key());
    // Of a second trial everything is asked for that goes: what stays was left out before.
    const qint64 skipped = m_base.summary.skipped - (m_plan.going.size() - m_base.going.size());
    if (skipped > 0)
        parts += tr("%1 left out").arg(groupedNumber(skipped));
    if (summary.failed > 0)
        parts += tr("%1 cannot go").arg(groupedNumber(summary.failed));
    m_counts->setText(parts.isEmpty() ? tr("Nothing to send.") : parts.join(u" · "_s));
    m_results->setRows(m_plan.results);
    m_diff->setTexts(m_plan.example.before, m_plan.example.after, -1);
    showNotes();
    updateButtons();
}

void SendDialog::showHeld()
{
    for (const Hold& hold : std::as_const(m_holds)) {
        const qint64 count = m_base.held.value(hold.reason).size();
        // What was sent before is offered only where somebody pointed at it.
        const bool offered = hold.reason != SkipReason::AlreadyReplayed || !scopeOffsets().isEmpty();
        hold.box->setVisible(count > 0 && offered);
        if (count > 0)
            hold.box->setText(holdWords(hold.reason, count));
        else
            hold.box->setChecked(false);
    }
    const bool narrows = !m_base.held.value(SkipReason::AlreadyGot).isEmpty()
        || !m_base.held.value(SkipReason::EverybodyGot).isEmpty() || m_narrow->isChecked();
    m_narrow->setVisible(isReplay() && narrows);
}

void SendDialog::showNotes()
{
    if (m_done || m_running || !m_tried)
        return;
    const auto [good, bad] = verdictCounts();
    const qint64 untold = m_plan.going.size() - good - bad;
    QStringList parts;
    if (good > 0)
        parts += tr("%n would succeed now", nullptr, static_cast<int>(good));
    if (bad > 0)
        parts += tr("%n would fail again", nullptr, static_cast<int>(bad));
    if (untold > 0 && good + bad > 0)
        parts += tr("%n cannot be told", nullptr, static_cast<int>(untold));
    if (!m_plan.going.isEmpty()) {
        const qint64 byRate = m_rate->value() > 0 ? qint64(m_plan.going.size()) / m_rate->value() : 0;
        const qint64 seconds = std::max<qint64>(byRate, m_plan.summary.estimate.count() / 1000);
        parts += seconds < 2 ? tr("takes a second or two")
            : seconds < 120  ? tr("takes about %n s", nullptr, static_cast<int>(seconds))
                             : tr("takes about %n min", nullptr, static_cast<int>((seconds + 30) / 60));
    }
    QStringList lines{parts.join(u" · "_s)};
    if (m_plan.summary.againRecords > 0)
        lines += tr("%1 would be delivered once more, to %n recipient(s).", nullptr,
            static_cast<int>(m_plan.summary.againPeople))
                     .arg(groupedNumber(m_plan.summary.againRecords));
    for (const Error& note : m_plan.summary.notes)
        lines +=
            tr("Who already got something could not be seen completely: %1").arg(describe(note, currentLanguage()));
    if (m_plan.running)
        lines += tr("%1 seems to be sending from there right now; sending takes over from that run.")
                     .arg(m_plan.running->by);
    if (!m_patch.isEmpty() || !m_edits.isEmpty())
        lines += tr("Changed before it goes; the change stands in the ledger.");
    lines.removeAll(QString());
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
    m_onlyGood->setVisible(bad > 0);
    if (bad > 0)
        m_onlyGood->setText(tr("Leave out %n that would fail again", nullptr, static_cast<int>(bad)));
}

void SendDialog::edit()
{
    const bool one = m_plan.going.size() == 1 && m_patch.isEmpty();
    if (!one) {
        auto* dialog = new EditDialog(m_patch, this);
        connect(dialog, &EditDialog::edited, this, [this](const QByteArray& patch) {
            m_patch = patch;
            tryOut();
        });
        return dialog->open();
    }
    const quint64 place = m_plan.going.first();
    const std::pair key(FailureRow::partitionOf(place), FailureRow::offsetOf(place));
    const auto work = [open = accessOf(m_workspace), topic = m_job->topic(), key](
                          TaskContext& task) -> Result<DeadLetter> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        return loadLetter(**store, topic, key.first, key.second, task);
    };
    const QString to = m_plan.summary.byTarget.isEmpty() ? QString() : m_plan.summary.byTarget.firstKey();
    runFor(
        this, m_workspace, u"deadletters"_s, m_job->topic(), work,
        [this, key, to](const Result<DeadLetter>& letter) {
            if (!letter) {
                m_counts->setText(describe(letter.error(), currentLanguage()));
                return;
            }
            auto* dialog = new EditDialog(m_edits.value(key, letter->original), to, this);
            connect(dialog, &EditDialog::edited, this, [this, key](const QByteArray& value) {
                m_edits.insert(key, value);
                tryOut();
            });
            dialog->open();
        },
        false);
}

void SendDialog::start()
{
    SendOptions chosen = options();
    if (anyHoldChosen() || goingCount() != m_plan.going.size()) {
        QList<quint64> places;
        for (const quint64 place : std::as_const(m_plan.going)) {
            if (!leavesOut(place))
                places.append(place);
        }
        chosen.offsets = selectionOf(places);
        chosen.withReplies = isChosen(SkipReason::ExpectsReply);
        chosen.again = isChosen(SkipReason::AlreadyReplayed);
        chosen.force = anyHoldChosen();
    }
    chosen.canary = m_canary->isChecked();
    chosen.atLeastOnce = m_atLeastOnce->isVisible() && m_atLeastOnce->isChecked();
    chosen.control = m_control;
    const auto work = workFor(chosen, false);
    m_running = true;
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_notes->hide();
    m_counts->setText(chosen.canary ? tr("Sending one and watching what becomes of it…")
            : isReplay()            ? tr("Sending to %1…").arg(targetWords())
                                    : tr("Sending again…"));
    m_task = runFor(this, m_workspace, m_job->kind(), m_job->topic(), work,
        [this](Result<Outcome> outcome) { takeRun(std::move(outcome)); });
    updateButtons();
}

void SendDialog::takeRun(Result<Outcome> outcome)
{
    m_running = false;
    m_progress->setVisible(false);
    if (!outcome && outcome.error().is(errors::transactionsForbidden) && !m_atLeastOnce->isChecked()) {
        // The one case in which exactly once cannot be had: say which right is missing, offer the lesser by its name.
        m_counts->setText(describe(outcome.error(), currentLanguage()));
        m_atLeastOnce->show();
        updateButtons();
        return;
    }
    m_done = true;
    m_atLeastOnce->hide();
    if (outcome) {
        showResult(*outcome);
    } else {
        const QString what =
            outcome.error().is(errors::cancelled) ? tr("Stopped.") : describe(outcome.error(), currentLanguage());
        m_counts->setText(what + u' ' + tr("What was sent before stands in the ledger and will not be sent twice."));
    }
    updateButtons();
    m_close->setFocus();
    Q_EMIT written();
}

void SendDialog::showResult(const Outcome& outcome)
{
    const ReplaySummary& summary = outcome.summary;
    m_results->setRows(outcome.results);
    const QString sent = summary.exactlyOnce ? tr("%1 sent, each exactly once").arg(groupedNumber(summary.replayed))
                                             : tr("%1 sent, each at least once").arg(groupedNumber(summary.replayed));
    m_counts->setText(
        tr("%1; %2 left out, %3 failed.").arg(sent, groupedNumber(summary.skipped), groupedNumber(summary.failed)));
    QStringList lines;
    if (summary.stopped)
        lines += describe(*summary.stopped, currentLanguage());
    if (summary.ledgerIsLocal)
        lines += tr("Only this computer remembers what was sent: the cluster does not allow the ledger.");
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
}

} // namespace nc
