#include "widgets/deadletters/senddialog.h"

#include "deadletters/lettermodels.h"
#include "widgets/common/buttons.h"
#include "widgets/common/datatable.h"
#include "widgets/common/diffview.h"
#include "widgets/common/fonts.h"
#include "widgets/common/metrics.h"
#include "widgets/common/timewords.h"
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

enum What { Selected, Groups, Shown, AllOpen };

} // namespace

SendDialog::SendDialog(
    Workspace& workspace, std::shared_ptr<const SendJob> job, FailureScope scope, Verdicts verdicts, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_scope(std::move(scope))
    , m_verdicts(std::move(verdicts))
    , m_control(std::make_shared<ReplayControl>())
    , m_form(new QFormLayout)
    , m_what(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_rate(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_narrow(new QCheckBox(tr("Leave out recipients and channels that already got theirs"), this))
    , m_samePartition(new QCheckBox(tr("Keep the original partition where a key is set"), this))
    , m_onlyGood(new QCheckBox(this))
    , m_canary(new QCheckBox(tr("Send one first and watch what becomes of it; stop when failures come back"), this))
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
    column->addWidget(buildOptions());
    column->addWidget(m_counts);
    column->addWidget(m_notes);
    column->addWidget(buildResults(), 1);
    column->addWidget(m_atLeastOnce);
    column->addWidget(m_typeLabel);
    column->addWidget(m_type);
    column->addLayout(buttons);
    resize(880, 700);
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
    m_to->setInsertPolicy(QComboBox::NoInsert);
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
    const auto box = [this](QCheckBox* check, const QString& name, bool shown) {
        check->setObjectName(name);
        check->setVisible(shown);
        m_form->addRow({}, check);
    };
    // What is held, and what is only sometimes a question, shows up when the trial has found some of it.
    box(m_onlyGood, u"replayOnlyGood"_s, false);
    box(m_narrow, u"replayNarrow"_s, false);
    const auto hold = [&](SkipReason reason, const QString& name) {
        m_holds.append({reason, new QCheckBox(this)});
        box(m_holds.last().box, name, false);
    };
    hold(SkipReason::TooLate, u"replayTooLate"_s);
    hold(SkipReason::AlreadyGot, u"replayAlreadyGot"_s);
    hold(SkipReason::ExpectsReply, u"replayWithReplies"_s);
    hold(SkipReason::CameBackTooOften, u"replayForce"_s);
    hold(SkipReason::EventIsDead, u"replayEventIsDead"_s);
    hold(SkipReason::EventReplayed, u"replayEventReplayed"_s);
    hold(SkipReason::AlreadyReplayed, u"replayAgain"_s);
    box(m_canary, u"replayCanary"_s, true);
    box(m_samePartition, u"replaySamePartition"_s, isReplay());
    m_atLeastOnce->setObjectName(u"replayAtLeastOnce"_s);
    m_atLeastOnce->setText(
        tr("Send at least once instead: after a crash or a lost answer some may go twice, and only this computer "
           "remembers what was sent"));
    m_atLeastOnce->hide();
    options->setLayout(m_form);
    return options;
}

QWidget* SendDialog::buildResults()
{
    m_table->setSource(m_results);
    m_results->setReasonWords([](const ReplayResult& result) { return replayReason(result); });
    m_table->setAccessibleName(tr("Records"));
    m_table->setColumns({{.title = tr("Place"), .kind = ColumnKind::Code, .width = 80},
        {.title = tr("Result"), .kind = ColumnKind::State, .width = 152},
        {.title = tr("Target"), .kind = ColumnKind::Code, .width = 208},
        {.title = tr("Reason"), .kind = ColumnKind::Text, .stretch = true}});
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
    for (QComboBox* box : {m_what, m_to})
        connect(box, &QComboBox::currentTextChanged, this, &SendDialog::tryOut);
    for (QCheckBox* box : {m_samePartition, m_narrow})
        connect(box, &QCheckBox::toggled, this, &SendDialog::tryOut);
    for (const Hold& hold : std::as_const(m_holds))
        connect(hold.box, &QCheckBox::toggled, this, &SendDialog::tryChosen);
    for (QCheckBox* box : {m_onlyGood, m_atLeastOnce})
        connect(box, &QCheckBox::toggled, this, &SendDialog::updateButtons);
    connect(m_rate, &QSpinBox::valueChanged, this, [this](int rate) {
        m_control->setRate(rate);
        showNotes();
    });
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
    connect(&m_workspace.tasks(), &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id != m_task || progress.total <= 0)
            return;
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(progress.done * 1000 / progress.total));
    });
}

QString SendDialog::target() const
{
    return !isReplay() || m_to->currentText() == m_to->itemText(0) ? QString() : m_to->currentText().trimmed();
}

QString SendDialog::targetWords() const
{
    const auto& targets = m_plan.summary.byTarget;
    return targets.size() == 1 ? targets.firstKey() : tr("%n topics", nullptr, static_cast<int>(targets.size()));
}

bool SendDialog::isChosen(SkipReason reason) const
{
    const auto hold = std::ranges::find(m_holds, reason, &Hold::reason);
    return hold != m_holds.end() && hold->box->isChecked();
}

bool SendDialog::anyHoldChosen() const
{
    return std::ranges::any_of(m_holds, [](const Hold& hold) { return hold.box->isChecked(); });
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

/// Chosen to stay because it would only fail again.
bool SendDialog::leavesOut(quint64 place) const
{
    return m_onlyGood->isVisibleTo(this) && m_onlyGood->isChecked()
        && m_verdicts.value(place).outcome == VerdictOutcome::WouldFail && m_verdicts.contains(place);
}

qint64 SendDialog::goingCount() const
{
    return std::ranges::count_if(m_plan.going, [this](quint64 place) { return !leavesOut(place); });
}

OffsetSelection SendDialog::scopeOffsets() const
{
    switch (m_what->currentData().toInt()) {
    case Selected:
        return m_scope.selected;
    case Groups:
        return m_scope.groups;
    case Shown:
        return m_scope.shown;
    default:
        return {};
    }
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
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_what, m_to, m_reason, m_samePartition, m_narrow, m_onlyGood, m_canary, m_type})
        widget->setEnabled(open);
    m_rate->setEnabled(!m_done);
    for (const Hold& hold : std::as_const(m_holds))
        hold.box->setEnabled(open);
}

void SendDialog::setPaused(bool paused)
{
    m_paused = paused;
    m_control->setPaused(paused);
    m_counts->setText(
        paused ? tr("Paused. What was sent stands in the ledger.") : tr("Sending to %1…").arg(targetWords()));
    updateButtons();
}

} // namespace nc
