#include "widgets/deadletters/replaydialog.h"

#include "deadletters/headernames.h"
#include "deadletters/letterlist.h"
#include "deadletters/lettermodels.h"
#include "deadletters/replayrecord.h"
#include "kafka/headertext.h"
#include "kafka/kafkaaccess.h"
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

QByteArray headerLines(const Headers& headers)
{
    QByteArray lines;
    for (const Header& header : headers) {
        const std::optional<QByteArrayView> value =
            header.value ? std::optional<QByteArrayView>(*header.value) : std::nullopt;
        QByteArray text = header.value ? headerText(header.name, value) : QByteArray("null");
        text = text.left(200).replace('\n', ' ');
        lines += header.name + ": " + text + '\n';
    }
    return lines;
}

} // namespace

ReplayDialog::ReplayDialog(Workspace& workspace, ReplayScope scope, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_scope(std::move(scope))
    , m_what(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_replies(new QCheckBox(tr("Also those whose sender waited for a reply"), this))
    , m_samePartition(new QCheckBox(tr("Keep the original partition where a key is set"), this))
    , m_force(new QCheckBox(tr("Also those that came back more than %1 times").arg(mostReturns), this))
    , m_rate(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_typeLabel(new QLabel(this))
    , m_type(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_table(new DataTable(u"replayResults"_s, this))
    , m_results(new ReplayResultModel(this))
    , m_diff(new DiffView(this))
    , m_progress(new QProgressBar(this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_go(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"replayDialog"_s);
    setWindowTitle(tr("Replay from %1").arg(m_scope.topic));
    build();
    for (QComboBox* box : {m_what, m_to})
        connect(box, &QComboBox::currentTextChanged, this, &ReplayDialog::tryOut);
    for (QCheckBox* box : {m_replies, m_samePartition, m_force})
        connect(box, &QCheckBox::toggled, this, &ReplayDialog::tryOut);
    connect(m_type, &QLineEdit::textChanged, this, &ReplayDialog::updateButtons);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_workspace.tasks().cancel(m_task);
        else
            close();
    });
    connect(m_go, &QPushButton::clicked, this, &ReplayDialog::start);
    connect(&m_workspace.tasks(), &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id != m_task || progress.total <= 0)
            return;
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(progress.done * 1000 / progress.total));
    });
    tryOut();
}

void ReplayDialog::build()
{
    if (!m_scope.selected.isEmpty())
        m_what->addItem(tr("The selected records"), 0);
    if (!m_scope.group.isEmpty())
        m_what->addItem(tr("All of the group: %1").arg(m_scope.groupName.left(60)), 1);
    m_what->addItem(tr("All open records of the topic"), 2);
    m_what->setObjectName(u"replayWhat"_s);
    m_to->setObjectName(u"replayTo"_s);
    m_to->setEditable(true);
    m_to->addItem(tr("where each came from"));
    m_rate->setObjectName(u"replayRate"_s);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("as fast as it goes"));
    m_rate->setSuffix(tr(" a second"));
    m_reason->setObjectName(u"replayReason"_s);
    m_reason->setPlaceholderText(tr("stands in the ledger"));
    m_type->setObjectName(u"replayType"_s);
    m_progress->setObjectName(u"replayProgress"_s);
    m_progress->setVisible(false);
    m_counts->setObjectName(u"replayCounts"_s);
    m_counts->setWordWrap(true);
    setTextSize(m_counts, TextSize::Heading);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(metrics::gap);
    form->setVerticalSpacing(metrics::unit);
    const auto row = [form](const QString& label, QWidget* widget) {
        widget->setAccessibleName(label);
        form->addRow(label, widget);
    };
    row(tr("What"), m_what);
    row(tr("To"), m_to);
    row(tr("Rate"), m_rate);
    row(tr("Reason"), m_reason);
    form->addRow({}, m_replies);
    form->addRow({}, m_samePartition);
    form->addRow({}, m_force);
    const bool production = m_workspace.isProduction();
    m_typeLabel->setText(
        tr("%1 is a production profile. Type %2 to send:").arg(m_workspace.profile().name, m_scope.topic));
    m_typeLabel->setWordWrap(true);
    m_typeLabel->setBuddy(m_type);
    m_type->setAccessibleName(m_typeLabel->text());
    m_typeLabel->setVisible(production);
    m_type->setVisible(production);

    m_table->setSource(m_results);
    m_results->setReasonWords([](const ReplayResult& result) { return replayReason(result); });
    m_table->setAccessibleName(tr("Records"));
    m_table->setColumns({{.title = tr("Place"), .kind = ColumnKind::Code, .width = 88},
        {.title = tr("Result"), .kind = ColumnKind::State, .width = 152},
        {.title = tr("Target"), .kind = ColumnKind::Code, .width = 240},
        {.title = tr("Reason"), .kind = ColumnKind::Text, .stretch = true}});
    m_diff->setTitles(tr("Dead letter"), tr("What goes back"));
    m_diff->setSameText(tr("Its headers stay as they are."));
    m_diff->setAccessibleName(tr("Difference of headers"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Records"));
    m_tabs->addTab(m_diff, tr("Headers of the first one"));

    setButtonKind(m_go, ButtonKind::Primary);
    m_go->setObjectName(u"replayGo"_s);
    m_close->setObjectName(u"replayClose"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addLayout(form);
    column->addWidget(m_counts);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_typeLabel);
    column->addWidget(m_type);
    column->addLayout(buttons);
    resize(840, 640);
}

QString ReplayDialog::target() const
{
    return m_to->currentIndex() == 0 && m_to->currentText() == m_to->itemText(0) ? QString()
                                                                                 : m_to->currentText().trimmed();
}

ReplayRequest ReplayDialog::request() const
{
    ReplayRequest request{.topic = m_scope.topic};
    switch (m_what->currentData().toInt()) {
    case 0:
        request.offsets = m_scope.selected;
        break;
    case 1:
        request.offsets = m_scope.group;
        break;
    default:
        break;
    }
    request.target = target();
    request.withReplies = m_replies->isChecked();
    request.samePartition = m_samePartition->isChecked();
    request.force = m_force->isChecked();
    request.rate = m_rate->value();
    request.reason = m_reason->text().trimmed();
    request.localLedger = m_workspace.configFolder() + u"/ledger"_s;
    return request;
}

void ReplayDialog::tryOut()
{
    if (m_running || m_done)
        return;
    const quint64 trial = ++m_trial;
    m_wouldGo = 0;
    m_counts->setText(tr("Looking what would go…"));
    updateButtons();
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, request = request()](TaskContext& task) -> Result<Outcome> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto replayer = Replayer::open(*access);
        if (!replayer)
            return fail(replayer.error());
        Outcome outcome;
        const auto tell = [&outcome](const QList<ReplayResult>& results) {
            outcome.results += results.first(std::min(results.size(), shownResults - outcome.results.size()));
        };
        auto summary = (*replayer)->tryOut(request, tell, task);
        if (!summary)
            return fail(summary.error());
        outcome.summary = *summary;
        for (const ReplayResult& result : std::as_const(outcome.results)) {
            if (result.outcome != ReplayOutcome::WouldReplay)
                continue;
            const auto store = DeadLetterStore::open(*access);
            const auto letter = store ? loadLetter(**store, request.topic, result.partition, result.offset, task)
                                      : Result<DeadLetter>(fail(store.error()));
            if (letter) {
                outcome.headersBefore = headerLines(letter->record.headers);
                outcome.headersAfter = headerLines(prepareReplay(letter->record, result.target.topic).record.headers);
            }
            break;
        }
        return outcome;
    };
    runFor(
        this, m_workspace, u"dry-run"_s, m_scope.topic, work,
        [this, trial](Result<Outcome> outcome) {
            if (trial == m_trial && !m_running && !m_done)
                takeTrial(std::move(outcome));
        },
        false);
}

void ReplayDialog::takeTrial(Result<Outcome> outcome)
{
    if (!outcome) {
        m_counts->setText(describe(outcome.error(), currentLanguage()));
        m_results->setRows({});
        updateButtons();
        return;
    }
    m_wouldGo = outcome->summary.replayed;
    QStringList parts;
    for (auto at = outcome->summary.byTarget.constBegin(); at != outcome->summary.byTarget.constEnd(); ++at)
        parts += tr("%1 → %2").arg(groupedNumber(at.value()), at.key());
    if (outcome->summary.skipped > 0)
        parts += tr("%1 left out").arg(groupedNumber(outcome->summary.skipped));
    if (outcome->summary.failed > 0)
        parts += tr("%1 cannot go").arg(groupedNumber(outcome->summary.failed));
    m_counts->setText(parts.isEmpty() ? tr("Nothing to send.") : parts.join(u" · "_s));
    m_results->setRows(outcome->results);
    m_diff->setTexts(outcome->headersBefore, outcome->headersAfter, -1);
    updateButtons();
}

void ReplayDialog::updateButtons()
{
    const bool typed = !m_workspace.isProduction() || m_type->text() == m_scope.topic;
    m_go->setVisible(!m_done);
    m_go->setEnabled(m_wouldGo > 0 && typed && !m_running && !m_workspace.isReadOnly());
    m_go->setText(tr("Replay %n record(s)", nullptr, static_cast<int>(m_wouldGo)));
    m_close->setText(m_done ? tr("Close") : m_running ? tr("Stop") : tr("Cancel"));
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_what, m_to, m_rate, m_reason, m_replies, m_samePartition, m_force, m_type})
        widget->setEnabled(!m_running && !m_done);
}

void ReplayDialog::start()
{
    m_running = true;
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, request = request()](TaskContext& task) -> Result<Outcome> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto replayer = Replayer::open(*access);
        if (!replayer)
            return fail(replayer.error());
        Outcome outcome;
        const auto tell = [&outcome](const QList<ReplayResult>& results) {
            outcome.results += results.first(std::min(results.size(), shownResults - outcome.results.size()));
        };
        auto summary = (*replayer)->replay(request, tell, task);
        if (!summary)
            return fail(summary.error());
        outcome.summary = *summary;
        return outcome;
    };
    m_task = runFor(this, m_workspace, u"replay"_s, m_scope.topic, work,
        [this](Result<Outcome> outcome) { takeRun(std::move(outcome)); });
    updateButtons();
}

void ReplayDialog::takeRun(Result<Outcome> outcome)
{
    m_running = false;
    m_done = true;
    m_progress->setVisible(false);
    if (outcome) {
        m_results->setRows(outcome->results);
        m_counts->setText(tr("%1 sent, each exactly once; %2 left out, %3 failed.")
                              .arg(groupedNumber(outcome->summary.replayed), groupedNumber(outcome->summary.skipped),
                                  groupedNumber(outcome->summary.failed)));
    } else {
        m_counts->setText(describe(outcome.error(), currentLanguage()) + u' '
            + tr("What was sent before stands in the ledger and will not be sent twice."));
    }
    updateButtons();
    Q_EMIT written();
}

} // namespace nc
