#include "widgets/failures/sending/senddialog.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/errors.h"
#include "failures/lists/lettermodels.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/replaywords.h"
#include "widgets/failures/sending/sendwords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

SendDialog::SendDialog(Workspace& workspace, std::shared_ptr<const SendJob> job, const FailureScope& scope,
    Verdicts verdicts, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_verdicts(std::move(verdicts))
    , m_trial(new SendTrial(workspace, m_job, this))
    , m_run(new SendRun(workspace, m_job, this))
    , m_edits(new SendEdits(workspace, m_job->topic(), this))
    , m_form(new SendForm(m_job->topic(), m_job->isReplay(), scope, this))
    , m_atLeastOnce(new QCheckBox(this))
    , m_edit(new QPushButton(this))
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
    connectWork();
    learnTopics();
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
    m_edit->setObjectName(u"replayEdit"_s);
    m_atLeastOnce->setObjectName(u"replayAtLeastOnce"_s);
    m_atLeastOnce->setText(
        tr("Send at least once instead: after a crash or a lost answer some may go twice, and only this computer "
           "remembers what was sent"));
    m_atLeastOnce->hide();
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
    buttons->addWidget(m_edit);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(m_form);
    column->addWidget(m_counts);
    column->addWidget(m_notes);
    column->addWidget(buildResults(), 1);
    column->addWidget(m_atLeastOnce);
    column->addWidget(m_typeLabel);
    column->addWidget(m_type);
    column->addLayout(buttons);
    // Within the window it stands over, as far as that has the room.
    const QSize usual(960, 720);
    const QSize room = parentWidget() ? parentWidget()->window()->size() - QSize(32, 32) : usual;
    resize(usual.boundedTo(room).expandedTo(minimumSizeHint()));
}

QWidget* SendDialog::buildResults()
{
    m_table->setSource(m_results);
    m_results->setResends(!isReplay());
    m_results->setReasonWords([](const ReplayResult& result) { return replayReason(result); });
    m_table->setAccessibleName(tr("Records"));
    m_table->setColumns({{.title = tr("Place"), .kind = ColumnKind::Code, .width = 80},
        {.title = tr("Result"), .kind = ColumnKind::State, .width = 152},
        {.title = tr("Target"), .kind = ColumnKind::Code, .width = 200},
        {.title = tr("Reason"), .kind = ColumnKind::Sentence, .stretch = true}});
    m_diff->setTitles(isReplay() ? tr("Dead letter") : tr("Event as it failed"), tr("What goes"));
    m_diff->setSameText(tr("It stays as it is."));
    m_diff->setAccessibleName(tr("What changes in the first one"));
    m_tabs->setObjectName(u"replayTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Records"));
    m_tabs->addTab(m_diff, tr("The first one before and after"));
    return m_tabs;
}

void SendDialog::connectParts()
{
    connect(m_form, &SendForm::scopeChanged, this, &SendDialog::tryOut);
    connect(m_form, &SendForm::holdsChanged, this, &SendDialog::tryChosen);
    connect(m_form, &SendForm::rateChanged, this, [this](int rate) {
        m_run->setRate(rate);
        showNotes();
    });
    connect(m_atLeastOnce, &QCheckBox::toggled, this, &SendDialog::updateButtons);
    connect(m_type, &QLineEdit::textChanged, this, &SendDialog::updateButtons);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        const SendFindings& plan = m_trial->plan();
        m_edits->edit(plan.going, plan.summary.byTarget.isEmpty() ? QString() : targetWords());
    });
    connect(m_edits, &SendEdits::changed, this, &SendDialog::tryOut);
    connect(m_edits, &SendEdits::failed, this,
        [this](const Error& error) { m_counts->setText(describe(error, currentLanguage())); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_notes->hide();
        m_run->setPaused(!m_run->isPaused());
        updateButtons();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_run->isRunning())
            m_run->stop();
        else
            close();
    });
    connect(m_go, &QPushButton::clicked, this, &SendDialog::start);
}

void SendDialog::connectWork()
{
    connect(m_trial, &SendTrial::begun, this, [this] {
        m_counts->setText(tr("Looking what would go…"));
        m_notes->hide();
        updateButtons();
    });
    connect(m_trial, &SendTrial::ended, this, &SendDialog::takeTrial);
    connect(m_trial, &SendTrial::failed, this, &SendDialog::takeFailedTrial);
    connect(m_run, &SendRun::moved, this, [this](const QList<ReplayResult>& results) {
        m_results->update(results);
        showCourse();
    });
    connect(m_run, &SendRun::ended, this, &SendDialog::takeRun);
    connect(m_run, &SendRun::failed, this, &SendDialog::takeFailedRun);
}

QString SendDialog::targetWords() const
{
    return targetsInWords(m_trial->plan().summary);
}

SendOptions SendDialog::options() const
{
    SendOptions options;
    m_form->fill(options);
    options.patch = m_edits->patch();
    options.edits = m_edits->edits();
    options.verdicts = m_verdicts;
    options.shelfLives = ShelfLives(m_workspace.settings().get(settings::shelfLives));
    options.mostReturns = m_workspace.settings().get(settings::maximumReturns);
    return options;
}

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
    if (m_run->isRunning() || m_done)
        return;
    if (m_form->target())
        return m_trial->tryOut(options());
    // The line says what is wrong with it; nothing is tried out.
    m_trial->drop();
    m_results->setRows({});
    m_counts->setText(tr("Choose a topic that exists."));
    m_notes->hide();
    updateButtons();
}

void SendDialog::tryChosen()
{
    if (m_run->isRunning() || m_done)
        return;
    if (m_form->chosen().isEmpty())
        return m_trial->forgetChosen();
    SendOptions chosen = options();
    m_form->permit(chosen);
    m_trial->tryChosen(chosen, m_form->chosen());
}

void SendDialog::takeFailedTrial(const Error& error)
{
    m_counts->setText(describe(error, currentLanguage()));
    m_results->setRows({});
    updateButtons();
}

void SendDialog::takeTrial(bool whole)
{
    m_form->showHeld(m_trial->held());
    // What was chosen before is asked for again, among what is held now.
    if (whole && !m_form->chosen().isEmpty())
        return tryChosen();
    const SendFindings& plan = m_trial->plan();
    m_counts->setText(trialWords(plan.summary, m_trial->leftOut()));
    m_results->setRows(plan.results);
    m_diff->setTexts(plan.example.before, plan.example.after, -1);
    showNotes();
    updateButtons();
}

void SendDialog::showNotes()
{
    if (m_done || m_run->isRunning() || !m_trial->isDone())
        return;
    QStringList lines = trialNotes(m_trial->plan(), m_form->rate());
    if (!m_edits->isEmpty())
        lines += tr("Changed before it goes; the change stands in the ledger.");
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
}

void SendDialog::updateButtons()
{
    const bool typed = !m_workspace.isProduction() || m_type->text() == m_job->topic();
    const bool running = m_run->isRunning();
    const qint64 going = m_trial->isDone() ? m_trial->plan().going.size() : 0;
    const bool offered = m_atLeastOnce->isVisibleTo(this);
    m_go->setVisible(!m_done);
    m_go->setEnabled(
        going > 0 && typed && !running && !m_workspace.isReadOnly() && (!offered || m_atLeastOnce->isChecked()));
    const int count = static_cast<int>(going);
    m_go->setText(going == 0 ? (isReplay() ? tr("Replay") : tr("Send again"))
            : isReplay()     ? tr("Replay %n record(s) to %1", nullptr, count).arg(targetWords())
                             : tr("Send %n notification(s) again", nullptr, count));
    m_close->setText(m_done ? tr("Close") : running ? tr("Stop") : tr("Cancel"));
    m_pause->setVisible(running);
    m_pause->setText(m_run->isPaused() ? tr("Go on") : tr("Pause"));
    const bool one = m_trial->base().going.size() + m_trial->base().summary.skipped == 1;
    m_edit->setVisible(isReplay() && !running && !m_done);
    m_edit->setEnabled(going > 0);
    m_edit->setText(!m_edits->isEmpty() ? tr("Changed…")
            : one                                            ? tr("Change the record…")
                                                             : tr("Change all of them…"));
    const bool open = !running && !m_done;
    m_form->setOpen(open, !m_done);
    m_type->setEnabled(open);
}

void SendDialog::start()
{
    SendOptions chosen = options();
    const QList<quint64>& going = m_trial->plan().going;
    if (!m_form->chosen().isEmpty()) {
        chosen.offsets = SendTrial::selectionOf(going);
        m_form->permit(chosen);
    }
    chosen.canary = m_form->isCanary();
    chosen.atLeastOnce = m_atLeastOnce->isVisible() && m_atLeastOnce->isChecked();
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_notes->hide();
    m_run->start(chosen, going.size());
    showCourse();
    updateButtons();
}

void SendDialog::showCourse()
{
    if (!m_run->isRunning())
        return;
    const qint64 settled = m_run->settled();
    const qint64 going = m_run->going();
    if (settled > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(std::min(settled, going) * 1000 / going));
    }
    m_counts->setText(courseWords(*m_run, m_form->isCanary(), isReplay() ? targetWords() : QString()));
}

void SendDialog::takeRun(const SendFindings& found)
{
    m_results->setRows(found.results);
    m_counts->setText(resultWords(found.summary));
    const QStringList lines = resultNotes(found.summary);
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
    endRun();
}

void SendDialog::takeFailedRun(const Error& error)
{
    if (error.is(errors::transactionsForbidden) && !m_atLeastOnce->isChecked()) {
        // The one case in which exactly once cannot be had: say which right is missing, offer the lesser by its name.
        m_progress->setVisible(false);
        m_counts->setText(describe(error, currentLanguage()));
        m_atLeastOnce->show();
        updateButtons();
        return;
    }
    m_counts->setText(stoppedWords(*m_run, error));
    endRun();
}

void SendDialog::endRun()
{
    m_progress->setVisible(false);
    m_done = true;
    m_atLeastOnce->hide();
    updateButtons();
    m_close->setFocus();
    Q_EMIT written();
}

void SendDialog::reject()
{
    if (m_run->isRunning() && m_run->isPaused()) {
        m_notes->setText(tr("It is paused: let it go on, or stop it."));
        m_notes->show();
        return;
    }
    QDialog::reject();
}

} // namespace nc
