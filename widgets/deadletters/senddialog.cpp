#include "widgets/deadletters/senddialog.h"

#include "deadletters/errors.h"
#include "deadletters/lettermodels.h"
#include "widgets/common/buttons.h"
#include "widgets/common/datatable.h"
#include "widgets/common/diffview.h"
#include "widgets/common/fonts.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/background.h"
#include "widgets/deadletters/replaywords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// What the table shows at most; the counts are of all.
constexpr qsizetype shownResults = 2000;

enum What { Selected, Groups, Shown, AllOpen };

} // namespace

SendDialog::SendDialog(
    Workspace& workspace, std::shared_ptr<const SendJob> job, FailureScope scope, Verdicts verdicts, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_scope(std::move(scope))
    , m_verdicts(std::move(verdicts))
    , m_gate(std::make_shared<PauseGate>())
    , m_form(new QFormLayout)
    , m_what(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_rate(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_samePartition(new QCheckBox(tr("Keep the original partition where a key is set"), this))
    , m_onlyGood(new QCheckBox(this))
    , m_atLeastOnce(new QCheckBox(this))
    , m_typeLabel(new QLabel(this))
    , m_type(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_table(new DataTable(u"replayResults"_s, this))
    , m_results(new ReplayResultModel(this))
    , m_diff(new DiffView(this))
    , m_progress(new QProgressBar(this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_pause(new QPushButton(this))
    , m_go(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"replayDialog"_s);
    setWindowTitle(isReplay() ? tr("Replay from %1").arg(m_job->topic()) : tr("Send failed deliveries again"));
    build();
    connectParts();
    tryOut();
}

void SendDialog::build()
{
    m_counts->setObjectName(u"replayCounts"_s);
    m_counts->setWordWrap(true);
    setTextSize(m_counts, TextSize::Heading);
    m_notes->setObjectName(u"replayNotes"_s);
    m_notes->setWordWrap(true);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(u"replayProgress"_s);
    m_progress->setVisible(false);
    m_pause->setObjectName(u"replayPause"_s);
    m_pause->setVisible(false);
    setButtonKind(m_go, ButtonKind::Primary);
    m_go->setObjectName(u"replayGo"_s);
    m_close->setObjectName(u"replayClose"_s);

    const bool production = m_workspace.isProduction();
    m_type->setObjectName(u"replayType"_s);
    m_typeLabel->setText(
        tr("%1 is a production profile. Type %2 to send:").arg(m_workspace.profile().name, m_job->topic()));
    m_typeLabel->setWordWrap(true);
    m_typeLabel->setBuddy(m_type);
    m_type->setAccessibleName(m_typeLabel->text());
    m_typeLabel->setVisible(production);
    m_type->setVisible(production);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(buildOptions());
    column->addWidget(m_counts);
    column->addWidget(m_notes);
    column->addWidget(buildResults(), 1);
    column->addWidget(m_atLeastOnce);
    column->addWidget(m_typeLabel);
    column->addWidget(m_type);
    column->addLayout(buttons);
    resize(880, 680);
}

QWidget* SendDialog::buildOptions()
{
    auto* options = new QWidget(this);
    const auto choice = [this](const QString& text, qint64 count, What what) {
        m_what->addItem(tr("%1 (%2)").arg(text, groupedNumber(count)), what);
    };
    if (m_scope.selectedCount > 0)
        choice(tr("The selected ones"), m_scope.selectedCount, Selected);
    if (m_scope.groupsCount > 0)
        choice(tr("All of the group: %1").arg(m_scope.groupName.left(60)), m_scope.groupsCount, Groups);
    if (m_scope.shownCount > 0)
        choice(tr("All that pass the filter"), m_scope.shownCount, Shown);
    m_what->addItem(isReplay() ? tr("All open records of the topic") : tr("All open failed deliveries"), AllOpen);
    m_what->setObjectName(u"replayWhat"_s);
    m_to->setObjectName(u"replayTo"_s);
    m_to->setEditable(true);
    m_to->addItem(tr("where each came from"));
    m_to->setVisible(isReplay());
    m_rate->setObjectName(u"replayRate"_s);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("as fast as it goes"));
    m_rate->setSuffix(tr(" a second"));
    m_reason->setObjectName(u"replayReason"_s);
    m_reason->setPlaceholderText(tr("stands in the ledger"));

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::gap);
    m_form->setVerticalSpacing(metrics::unit);
    const auto row = [this](const QString& label, QWidget* widget) {
        widget->setAccessibleName(label);
        m_form->addRow(label, widget);
    };
    row(tr("What"), m_what);
    if (isReplay())
        row(tr("To"), m_to);
    row(tr("Rate"), m_rate);
    row(tr("Reason"), m_reason);
    m_onlyGood->setObjectName(u"replayOnlyGood"_s);
    m_onlyGood->hide();
    m_form->addRow({}, m_onlyGood);
    // What is held shows up when the trial has found some of it.
    const auto hold = [this](SkipReason reason, const QString& name) {
        auto* box = new QCheckBox(this);
        box->setObjectName(name);
        box->hide();
        m_holds.append({reason, box});
        m_form->addRow({}, box);
    };
    hold(SkipReason::ExpectsReply, u"replayWithReplies"_s);
    hold(SkipReason::CameBackTooOften, u"replayForce"_s);
    hold(SkipReason::EventIsDead, u"replayEventIsDead"_s);
    m_samePartition->setObjectName(u"replaySamePartition"_s);
    m_samePartition->setVisible(isReplay());
    if (isReplay())
        m_form->addRow({}, m_samePartition);
    m_atLeastOnce->setObjectName(u"replayAtLeastOnce"_s);
    m_atLeastOnce->setText(
        tr("Send at least once instead: after a crash or a lost answer some may go twice; what was sent is remembered "
           "in a file of this console"));
    m_atLeastOnce->hide();
    options->setLayout(m_form);
    return options;
}

QWidget* SendDialog::buildResults()
{
    m_table->setSource(m_results);
    m_results->setReasonWords([](const ReplayResult& result) { return replayReason(result); });
    m_table->setAccessibleName(tr("Records"));
    m_table->setColumns({{.title = tr("Place"), .kind = ColumnKind::Code, .width = 88},
        {.title = tr("Result"), .kind = ColumnKind::State, .width = 152},
        {.title = tr("Target"), .kind = ColumnKind::Code, .width = 240},
        {.title = tr("Reason"), .kind = ColumnKind::Text, .stretch = true}});
    m_diff->setTitles(isReplay() ? tr("Dead letter") : tr("Event as it failed"), tr("What goes"));
    m_diff->setSameText(tr("It stays as it is."));
    m_diff->setAccessibleName(tr("What changes in the first one"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Records"));
    m_tabs->addTab(m_diff, isReplay() ? tr("Headers of the first one") : tr("The first one before and after"));
    return m_tabs;
}

void SendDialog::connectParts()
{
    for (QComboBox* box : {m_what, m_to})
        connect(box, &QComboBox::currentTextChanged, this, &SendDialog::tryOut);
    for (const Hold& hold : std::as_const(m_holds))
        connect(hold.box, &QCheckBox::toggled, this, &SendDialog::tryOut);
    for (QCheckBox* box : {m_samePartition})
        connect(box, &QCheckBox::toggled, this, &SendDialog::tryOut);
    for (QCheckBox* box : {m_onlyGood, m_atLeastOnce})
        connect(box, &QCheckBox::toggled, this, &SendDialog::updateButtons);
    connect(m_rate, &QSpinBox::valueChanged, this, &SendDialog::showVerdicts);
    connect(m_type, &QLineEdit::textChanged, this, &SendDialog::updateButtons);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (!m_running)
            return close(), void();
        setPaused(false);
        m_workspace.tasks().cancel(m_task);
    });
    connect(m_go, &QPushButton::clicked, this, &SendDialog::start);
    connect(&m_workspace.tasks(), &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id != m_task || progress.total <= 0)
            return;
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(progress.done * 1000 / progress.total));
    });
}

QString SendDialog::target() const
{
    return !isReplay() || (m_to->currentIndex() == 0 && m_to->currentText() == m_to->itemText(0))
        ? QString()
        : m_to->currentText().trimmed();
}

bool SendDialog::isHeld(SkipReason reason) const
{
    const auto hold = std::ranges::find(m_holds, reason, &Hold::reason);
    return hold == m_holds.end() || !hold->box->isChecked();
}

SendOptions SendDialog::options() const
{
    SendOptions options;
    switch (m_what->currentData().toInt()) {
    case Selected:
        options.offsets = m_scope.selected;
        break;
    case Groups:
        options.offsets = m_scope.groups;
        break;
    case Shown:
        options.offsets = m_scope.shown;
        break;
    default:
        break;
    }
    options.target = target();
    options.withReplies = !isHeld(SkipReason::ExpectsReply);
    options.force = !isHeld(SkipReason::CameBackTooOften) || !isHeld(SkipReason::EventIsDead);
    options.samePartition = m_samePartition->isChecked();
    options.atLeastOnce = m_atLeastOnce->isVisible() && m_atLeastOnce->isChecked();
    options.rate = m_rate->value();
    options.reason = m_reason->text().trimmed();
    return options;
}

std::function<Result<SendDialog::Outcome>(TaskContext&)> SendDialog::workFor(bool dryRun) const
{
    SendOptions chosen = options();
    if (!dryRun && m_onlyGood->isVisible() && m_onlyGood->isChecked()) {
        chosen.offsets = {};
        for (const quint64 place : m_trialOutcome.goingPlaces) {
            if (m_verdicts.value(place).outcome == VerdictOutcome::WouldSucceed || !m_verdicts.contains(place))
                chosen.offsets.add(
                    FailureRow::partitionOf(place), FailureRow::offsetOf(place), FailureRow::offsetOf(place));
        }
    }
    return [open = accessOf(m_workspace), job = m_job, chosen, dryRun, gate = m_gate](
               TaskContext& task) -> Result<Outcome> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        Outcome outcome;
        const auto tell = [&](const QList<ReplayResult>& results) {
            for (const ReplayResult& result : results) {
                if (outcome.results.size() < shownResults)
                    outcome.results.append(result);
                if (result.outcome == ReplayOutcome::Skipped)
                    ++outcome.held[result.skip];
                else if (result.outcome == ReplayOutcome::WouldReplay)
                    outcome.goingPlaces.append(FailureRow::placeKey(result.partition, result.offset));
            }
            if (!dryRun)
                gate->wait(task.cancel);
        };
        auto summary = job->run(*access, chosen, dryRun, tell, task);
        if (!summary)
            return fail(summary.error());
        outcome.summary = *summary;
        const auto first = std::ranges::find(outcome.results, ReplayOutcome::WouldReplay, &ReplayResult::outcome);
        if (first != outcome.results.end())
            outcome.example = job->example(*access, *first, task);
        return outcome;
    };
}

void SendDialog::tryOut()
{
    if (m_running || m_done)
        return;
    const quint64 trial = ++m_trial;
    m_wouldGo = 0;
    m_counts->setText(tr("Looking what would go…"));
    m_notes->clear();
    updateButtons();
    if (m_trialTask != 0)
        m_workspace.tasks().cancel(m_trialTask);
    m_trialTask = runFor(
        this, m_workspace, u"dry-run"_s, m_job->topic(), workFor(true),
        [this, trial](Result<Outcome> outcome) {
            if (trial == m_trial && !m_running && !m_done)
                takeTrial(std::move(outcome));
        },
        false);
}

QString SendDialog::targetWords() const
{
    const auto& targets = m_trialOutcome.summary.byTarget;
    return targets.size() == 1 ? targets.firstKey() : tr("%n topics", nullptr, static_cast<int>(targets.size()));
}

void SendDialog::takeTrial(Result<Outcome> outcome)
{
    if (!outcome) {
        m_counts->setText(describe(outcome.error(), currentLanguage()));
        m_results->setRows({});
        updateButtons();
        return;
    }
    m_trialOutcome = std::move(*outcome);
    const ReplaySummary& summary = m_trialOutcome.summary;
    m_wouldGo = summary.replayed;
    QStringList parts;
    for (auto at = summary.byTarget.constBegin(); at != summary.byTarget.constEnd(); ++at)
        parts += tr("%1 → %2").arg(groupedNumber(at.value()), at.key());
    if (summary.skipped > 0)
        parts += tr("%1 left out").arg(groupedNumber(summary.skipped));
    if (summary.failed > 0)
        parts += tr("%1 cannot go").arg(groupedNumber(summary.failed));
    m_counts->setText(parts.isEmpty() ? tr("Nothing to send.") : parts.join(u" · "_s));
    m_results->setRows(m_trialOutcome.results);
    m_diff->setTexts(m_trialOutcome.example.before, m_trialOutcome.example.after, -1);
    showHeld();
    showVerdicts();
    updateButtons();
}

void SendDialog::showHeld()
{
    for (const Hold& hold : std::as_const(m_holds)) {
        const qint64 count = m_trialOutcome.held.value(hold.reason);
        const bool relevant = count > 0 || hold.box->isChecked();
        hold.box->setVisible(relevant);
        if (count > 0)
            hold.box->setText(holdWords(hold.reason, count));
    }
}

void SendDialog::showVerdicts()
{
    if (m_done || m_running)
        return;
    qint64 good = 0;
    qint64 bad = 0;
    qint64 untold = 0;
    for (const quint64 place : std::as_const(m_trialOutcome.goingPlaces)) {
        const auto verdict = m_verdicts.constFind(place);
        if (verdict == m_verdicts.constEnd() || verdict->outcome == VerdictOutcome::Unknown)
            ++untold;
        else
            ++(verdict->outcome == VerdictOutcome::WouldSucceed ? good : bad);
    }
    QStringList parts;
    if (good > 0)
        parts += tr("%n would succeed now", nullptr, static_cast<int>(good));
    if (bad > 0)
        parts += tr("%n would fail again", nullptr, static_cast<int>(bad));
    if (untold > 0 && good + bad > 0)
        parts += tr("%n cannot be told", nullptr, static_cast<int>(untold));
    if (m_rate->value() > 0 && m_wouldGo > 0) {
        const qint64 seconds = (m_wouldGo + m_rate->value() - 1) / m_rate->value();
        parts += seconds < 120 ? tr("takes about %n s", nullptr, static_cast<int>(seconds))
                               : tr("takes about %n min", nullptr, static_cast<int>((seconds + 30) / 60));
    } else if (m_wouldGo > 0) {
        parts += tr("takes a few seconds");
    }
    m_notes->setText(parts.join(u" · "_s));
    m_notes->setVisible(!parts.isEmpty());
    m_onlyGood->setVisible(bad > 0);
    if (bad > 0)
        m_onlyGood->setText(tr("Leave out the %n that would fail again", nullptr, static_cast<int>(bad)));
}

void SendDialog::updateButtons()
{
    const bool typed = !m_workspace.isProduction() || m_type->text() == m_job->topic();
    qint64 going = m_wouldGo;
    if (m_onlyGood->isVisibleTo(this) && m_onlyGood->isChecked())
        going -= std::ranges::count_if(m_trialOutcome.goingPlaces, [this](quint64 place) {
            return m_verdicts.contains(place) && m_verdicts[place].outcome != VerdictOutcome::WouldSucceed;
        });
    const bool offered = m_atLeastOnce->isVisibleTo(this);
    m_go->setVisible(!m_done);
    m_go->setEnabled(
        going > 0 && typed && !m_running && !m_workspace.isReadOnly() && (!offered || m_atLeastOnce->isChecked()));
    const int count = static_cast<int>(going);
    m_go->setText(going == 0 ? (isReplay() ? tr("Replay") : tr("Send again"))
            : isReplay()     ? tr("Replay %n record(s) to %1", nullptr, count).arg(targetWords())
                             : tr("Send %n notification(s) again", nullptr, count));
    m_close->setText(m_done ? tr("Close") : m_running ? tr("Stop") : tr("Cancel"));
    m_pause->setVisible(m_running);
    m_pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_what, m_to, m_rate, m_reason, m_samePartition, m_onlyGood, m_type})
        widget->setEnabled(!m_running && !m_done);
    for (const Hold& hold : std::as_const(m_holds))
        hold.box->setEnabled(!m_running && !m_done);
}

void SendDialog::setPaused(bool paused)
{
    m_paused = paused;
    m_gate->setPaused(paused);
    updateButtons();
}

void SendDialog::start()
{
    const auto work = workFor(false);
    m_running = true;
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_counts->setText(isReplay() ? tr("Sending to %1…").arg(targetWords()) : tr("Sending again…"));
    m_task = runFor(this, m_workspace, m_job->kind(), m_job->topic(), work,
        [this](Result<Outcome> outcome) { takeRun(std::move(outcome)); });
    updateButtons();
}

void SendDialog::takeRun(Result<Outcome> outcome)
{
    m_running = false;
    m_progress->setVisible(false);
    m_notes->hide();
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
        const ReplaySummary& summary = outcome->summary;
        m_results->setRows(outcome->results);
        const QString sent = summary.exactlyOnce
            ? tr("%1 sent, each exactly once").arg(groupedNumber(summary.replayed))
            : tr("%1 sent, each at least once").arg(groupedNumber(summary.replayed));
        m_counts->setText(
            tr("%1; %2 left out, %3 failed.").arg(sent, groupedNumber(summary.skipped), groupedNumber(summary.failed)));
    } else {
        const QString what =
            outcome.error().is(errors::cancelled) ? tr("Stopped.") : describe(outcome.error(), currentLanguage());
        m_counts->setText(what + u' ' + tr("What was sent before stands in the ledger and will not be sent twice."));
    }
    updateButtons();
    m_close->setFocus();
    Q_EMIT written();
}

} // namespace nc
