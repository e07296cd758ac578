// The part of SendDialog that tries out what would go, before anything does.
#include "failures/letters/letterlist.h"
#include "failures/lists/lettermodels.h"
#include "kafka/cluster/admin.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/editdialog.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc {

void SendDialog::learnTopics()
{
    if (!isReplay())
        return;
    const auto work = [open = accessOf(m_workspace)](TaskContext& task) -> Result<QList<TopicInfo>> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto admin = ClusterAdmin::open(access->kafka);
        if (!admin)
            return fail(admin.error());
        return (*admin)->listTopics({.watermarks = false, .groups = false, .internals = false}, task);
    };
    // Without the list any name may be typed: the trial refuses what does not exist.
    const auto done = [this](const Result<QList<TopicInfo>>& topics) {
        if (topics)
            m_form->setTopics(*topics);
    };
    runFor(this, m_workspace, u"topics"_s, {}, work, done, false);
}

void SendDialog::tryOut()
{
    m_base = {};
    if (!m_form->target()) {
        // The line says what is wrong with it; nothing is tried out.
        ++m_trial;
        m_plan = {};
        m_tried = false;
        m_results->setRows({});
        m_counts->setText(tr("Choose a topic that exists."));
        m_notes->hide();
        return updateButtons();
    }
    runTrial(options(), true);
}

void SendDialog::tryChosen()
{
    if (!m_form->anyHoldChosen()) {
        m_plan = m_base;
        return takeTrial(m_base, true);
    }
    SendOptions chosen = options();
    QList<quint64> places = m_base.going;
    for (auto held = m_base.held.constBegin(); held != m_base.held.constEnd(); ++held) {
        if (m_form->isChosen(held.key()))
            places += held.value();
    }
    chosen.offsets = selectionOf(places);
    m_form->permit(chosen);
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
        m_form->showHeld(m_base.held);
        // What was chosen before is asked for again, among what is held now.
        if (m_form->anyHoldChosen())
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
        const qint64 byRate = m_form->rate() > 0 ? qint64(m_plan.going.size()) / m_form->rate() : 0;
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
    for (const UnseenSource& one : m_plan.summary.unseen.sources())
        lines += tr("Who already got something could not be seen completely: %1")
                     .arg(describe(one.reason, currentLanguage()));
    if (m_plan.running)
        lines += tr("%1 seems to be sending from there right now; sending takes over from that run.")
                     .arg(m_plan.running->by);
    if (!m_patch.isEmpty() || !m_edits.isEmpty())
        lines += tr("Changed before it goes; the change stands in the ledger.");
    lines.removeAll(QString());
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
    m_form->showBad(bad);
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
        const auto letter = loadLetter(**store, topic, key.first, key.second, task);
        if (!letter)
            return fail(letter.error());
        Unseen told; // only its value is edited
        return letter->into(told);
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

} // namespace nc
