#include "widgets/failures/sending/senddialog.h"

#include "failures/lists/lettermodels.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/sending/replaywords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
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
#include <QTimer>

using namespace Qt::StringLiterals;

namespace nc {
SendDialog::SendDialog(Workspace& workspace, std::shared_ptr<const SendJob> job, const FailureScope& scope,
    Verdicts verdicts, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_verdicts(std::move(verdicts))
    , m_control(std::make_shared<ReplayControl>())
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
    , m_ticker(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"replayDialog"_s);
    setWindowTitle(isReplay() ? tr("Replay from %1").arg(m_job->topic()) : tr("Send failed deliveries again"));
    build();
    connectParts();
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
    connect(m_form, &SendForm::badChanged, this, &SendDialog::updateButtons);
    connect(m_form, &SendForm::rateChanged, this, [this](int rate) {
        m_control->setRate(rate);
        showNotes();
    });
    connect(m_atLeastOnce, &QCheckBox::toggled, this, &SendDialog::updateButtons);
    connect(m_type, &QLineEdit::textChanged, this, &SendDialog::updateButtons);
    connect(m_edit, &QPushButton::clicked, this, &SendDialog::edit);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running) {
            setPaused(false);
            m_workspace.tasks().cancel(m_task);
        } else {
            close();
        }
    });
    connect(m_go, &QPushButton::clicked, this, &SendDialog::start);
    m_ticker->setInterval(200);
    connect(m_ticker, &QTimer::timeout, this, &SendDialog::showCourse);
}

QString SendDialog::targetWords() const
{
    const auto& targets = m_plan.summary.byTarget;
    return targets.size() == 1 ? targets.firstKey() : tr("%n topics", nullptr, static_cast<int>(targets.size()));
}

std::pair<qint64, qint64> SendDialog::verdictCounts() const
{
    qint64 good = 0;
    qint64 bad = 0;
    for (const quint64 place : m_plan.going) {
        const auto verdict = m_verdicts.constFind(place);
        if (verdict == m_verdicts.constEnd() || verdict->outcome == VerdictOutcome::Unknown)
            continue;
        ++(verdict->outcome == VerdictOutcome::WouldSucceed ? good : bad);
    }
    return {good, bad};
}

OffsetSelection SendDialog::selectionOf(const QList<quint64>& places)
{
    OffsetSelection out;
    for (const quint64 place : places)
        out.add(FailureRow::partitionOf(place), FailureRow::offsetOf(place), FailureRow::offsetOf(place));
    return out;
}

/// Chosen to stay because it would only fail again.
bool SendDialog::leavesOut(quint64 place) const
{
    return m_form->leavesOutBad() && m_verdicts.value(place).outcome == VerdictOutcome::WouldFail
        && m_verdicts.contains(place);
}

qint64 SendDialog::goingCount() const
{
    return std::ranges::count_if(m_plan.going, [this](quint64 place) { return !leavesOut(place); });
}

void SendDialog::updateButtons()
{
    const bool typed = !m_workspace.isProduction() || m_type->text() == m_job->topic();
    const qint64 going = m_tried ? goingCount() : 0;
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
    const bool one = m_base.going.size() + m_base.summary.skipped == 1;
    m_edit->setVisible(isReplay() && !m_running && !m_done);
    m_edit->setEnabled(m_tried && !m_plan.going.isEmpty());
    m_edit->setText(!m_patch.isEmpty() || !m_edits.isEmpty() ? tr("Changed…")
            : one                                            ? tr("Change the record…")
                                                             : tr("Change all of them…"));
    const bool open = !m_running && !m_done;
    m_form->setOpen(open, !m_done);
    m_type->setEnabled(open);
}

void SendDialog::reject()
{
    if (m_running && m_paused) {
        m_notes->setText(tr("It is paused: let it go on, or stop it."));
        m_notes->show();
        return;
    }
    QDialog::reject();
}

void SendDialog::setPaused(bool paused)
{
    m_paused = paused;
    m_control->setPaused(paused);
    m_notes->hide();
    showCourse();
    updateButtons();
}

} // namespace nc
