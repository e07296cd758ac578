// The part of SendDialog that sends and tells what became of it.
#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/errors.h"
#include "failures/lists/lettermodels.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// What the table shows at most; the counts are of all.
constexpr qsizetype shownResults = 2000;
/// Of a run that waits for what becomes of its first record.
constexpr QLatin1StringView watching = "watching"_L1;

} // namespace

SendOptions SendDialog::options() const
{
    SendOptions options;
    m_form->fill(options);
    options.patch = m_patch;
    options.edits = m_edits;
    options.shelfLives = ShelfLives(m_workspace.settings().get(settings::shelfLives));
    options.mostReturns = m_workspace.settings().get(settings::maximumReturns);
    return options;
}

std::function<Result<SendDialog::Outcome>(TaskContext&)> SendDialog::workFor(
    const SendOptions& chosen, bool dryRun, std::shared_ptr<Course> course) const
{
    return [open = accessOf(m_workspace), job = m_job, chosen, dryRun, course, gate = m_workspace.gate(m_type->text())](
               TaskContext& task) -> Result<Outcome> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        Outcome outcome;
        bool hasExample = false;
        // How many were looked through tells nobody how far it is: what went, of what is to go.
        TaskContext inner = task;
        if (course)
            inner.progress = [&](const Progress& progress) {
                task.progress(
                    progress.stage == watching ? progress : Progress{course->settled, course->going, progress.stage});
            };
        const auto tell = [&](const QList<ReplayResult>& results) {
            for (ReplayResult result : results) {
                if (course && result.outcome != ReplayOutcome::Skipped && !result.joined)
                    ++course->settled;
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
        const auto send = [&](const Pass& pass) { return job->run(*access, chosen, &pass, tell, inner); };
        const auto summary = dryRun
            ? job->run(*access, chosen, nullptr, tell, inner)
            : gate.through(job->operation(), {job->topic(), chosen.offsets.toString(), chosen.reason}, send,
                [](const ReplaySummary& sent, Ending& ending) { ending = endingOf(sent); });
        if (!summary)
            return fail(summary.error());
        outcome.summary = *summary;
        return outcome;
    };
}

void SendDialog::start()
{
    SendOptions chosen = options();
    if (m_form->anyHoldChosen() || goingCount() != m_plan.going.size()) {
        QList<quint64> places;
        for (const quint64 place : std::as_const(m_plan.going)) {
            if (!leavesOut(place))
                places.append(place);
        }
        chosen.offsets = selectionOf(places);
        m_form->permit(chosen);
    }
    chosen.canary = m_form->isCanary();
    chosen.atLeastOnce = m_atLeastOnce->isVisible() && m_atLeastOnce->isChecked();
    chosen.control = m_control;
    m_course = std::make_shared<Course>();
    m_course->going = goingCount();
    const auto work = workFor(chosen, false, m_course);
    m_running = true;
    m_ticker->start();
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_notes->hide();
    showCourse();
    m_task = runFor(this, m_workspace, m_job->kind(), m_job->topic(), work,
        [this](Result<Outcome> outcome) { takeRun(std::move(outcome)); });
    updateButtons();
}

void SendDialog::showCourse()
{
    const qint64 settled = m_course->settled;
    if (settled > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(std::min(settled, m_course->going) * 1000 / m_course->going));
    }
    const QString sent = groupedNumber(settled);
    const QString all = groupedNumber(m_course->going);
    if (m_paused && !m_control->isResting())
        m_counts->setText(tr("Pausing: what is under way is finished first…"));
    else if (m_paused)
        m_counts->setText(tr("Paused. %1 of %2 sent; they stand in the ledger.").arg(sent, all));
    else if (settled == 0)
        m_counts->setText(m_form->isCanary() ? tr("Sending one and watching what becomes of it…")
                : isReplay()                 ? tr("Sending to %1…").arg(targetWords())
                                             : tr("Sending again…"));
    else if (m_form->isCanary() && settled == 1)
        m_counts->setText(tr("One was sent; watching what becomes of it…"));
    else
        m_counts->setText(isReplay() ? tr("%1 of %2 sent to %3…").arg(sent, all, targetWords())
                                     : tr("%1 of %2 sent…").arg(sent, all));
}

void SendDialog::takeRun(Result<Outcome> outcome)
{
    m_running = false;
    m_ticker->stop();
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
