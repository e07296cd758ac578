// The part of FailuresTab that starts work: verdicts, discards, files, retention.
#include "failures/deliveries/keeping.h"
#include "failures/facts/errors.h"
#include "failures/sending/marking.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/failuredetail.h"
#include "widgets/failures/failurestab.h"
#include "widgets/failures/sending/discarddialog.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace nc {

void FailuresTab::stopJudging()
{
    if (m_judgeTask != 0)
        m_workspace.tasks().cancel(m_judgeTask);
    m_judgeTask = 0;
    m_feed.reset();
}

void FailuresTab::verdictsAreStale()
{
    stopJudging();
    m_verdicts.clear();
    m_judged.fill(Judged::NotYet);
    countVerdicts();
    m_rows->verdictsChanged();
    m_detail->setVerdict({});
    startJudging();
}

void FailuresTab::startJudging()
{
    stopJudging();
    if (openCount() == 0)
        return;
    m_feed = std::make_shared<VerdictFeed>();
    const auto work = [open = opener(), judge = judging(), feed = m_feed](TaskContext& task) -> Result<qint64> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        return judge(*access, *feed, task);
    };
    m_judgeTask = runFor(this, m_workspace, u"verdicts"_s, topic(), work, [this, feed = m_feed](Result<qint64> done) {
        if (feed != m_feed)
            return; // about what is no longer shown
        takeVerdicts();
        m_judgeTask = 0;
        m_feed.reset();
        if (!done)
            m_notices->showError(done.error(), [this] { startJudging(); });
        countVerdicts();
        // Once, at the end: rows do not move under the eye.
        if (std::exchange(m_foundMore, false) || m_verdictBox->currentIndex() > 0)
            regroup();
        Q_EMIT changed();
    });
}

void FailuresTab::takeVerdicts()
{
    if (!m_feed)
        return;
    const auto judged = m_feed->take();
    if (judged.isEmpty())
        return;
    for (const VerdictFeed::Judged& one : judged) {
        m_verdicts.insert(one.place, one.verdict);
        const qsizetype at = m_index.value(one.place, -1);
        if (at < 0)
            continue;
        const FailureRow& row = std::as_const(m_all)[at];
        m_judged[at] = judgedAs(one.verdict, row.tooLate);
        // Only such rows may change.
        if (row.cause.is(errors::causeTemplateFailed))
            m_foundMore = takeFoundCause(m_all[at], one.verdict) || m_foundMore;
    }
    m_rows->verdictsChanged();
    countVerdicts();
    if (const auto row = currentRow()) {
        const Verdict* verdict = verdictOf(*row);
        m_detail->setVerdict(verdict ? std::optional(*verdict) : std::nullopt, row->tooLate);
    }
}

void FailuresTab::countVerdicts()
{
    // Rows of one group mostly share the very same text: it need not be read for each of them.
    QHash<const QChar*, std::pair<QString, VerdictCounts>> byText;
    const bool going = m_judgeTask != 0;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const FailureRow& row = std::as_const(m_all)[i];
        if (!row.isOpen())
            continue;
        auto& [key, group] = byText[row.group.constData()];
        if (key.isNull())
            key = row.group;
        switch (m_judged[i]) {
        case Judged::NotYet:
            group.waiting += going ? 1 : 0;
            break;
        case Judged::WouldSucceed:
            ++group.wouldSucceed;
            break;
        case Judged::TooLate:
            ++group.tooLate;
            break;
        case Judged::WouldFail:
            ++group.wouldFail;
            break;
        case Judged::Unknown:
            ++group.unknown;
            break;
        }
    }
    QHash<QString, VerdictCounts> counts;
    for (const auto& [key, some] : std::as_const(byText))
        counts[key] += some;
    m_groups->setVerdictCounts(counts);
}

void FailuresTab::openSendDialog(std::shared_ptr<const SendJob> job)
{
    auto* dialog = new SendDialog(m_workspace, std::move(job), scope(), m_verdicts, this);
    connect(dialog, &SendDialog::written, this, [this] {
        refresh();
        Q_EMIT written();
    });
    dialog->open();
}

void FailuresTab::discard()
{
    int count = 0;
    const OffsetSelection chosen = marked([](const FailureRow& row) { return row.isOpen(); }, &count);
    if (m_workspace.isReadOnly())
        return;
    if (chosen.isEmpty())
        return m_notices->show({Tone::Neutral, tr("None of them is open: there is nothing to discard."), {}, {}});
    auto* dialog = new DiscardDialog(
        topic(), count, Gate::nameAsked(m_workspace.gate().profile(), Operation::Discard, topic()), this);
    connect(dialog, &DiscardDialog::confirmed, this, [this, chosen](const QString& reason, const QString& typed) {
        mark(chosen, Operation::Discard, reason, m_workspace.gate(typed));
    });
    dialog->open();
}

void FailuresTab::undoDiscard()
{
    const OffsetSelection chosen = marked([](const FailureRow& row) { return row.state == u"discarded"; });
    if (chosen.isEmpty())
        return m_notices->show({Tone::Neutral, tr("None of them is discarded."), {}, {}});
    reopen(chosen);
}

void FailuresTab::reopen(const OffsetSelection& chosen)
{
    askGate(this, m_workspace, Operation::UndoDiscard, topic(),
        {tr("Take the discard back"), tr("They are open again for everybody."), {}, tr("Take it back"), {}, false},
        Asking::InProduction,
        [this, chosen](const AskedGate& gate) { mark(chosen, Operation::UndoDiscard, {}, gate); });
}

void FailuresTab::mark(const OffsetSelection& chosen, Operation operation, const QString& reason, const AskedGate& gate)
{
    if (chosen.isEmpty() || m_workspace.isReadOnly())
        return;
    const bool undo = operation == Operation::UndoDiscard;
    const auto work = [open = opener(), topic = topic(), chosen, operation, undo, reason, gate](
                          TaskContext& task) -> Result<qint64> {
        const auto mark = [&](const Pass& pass) -> Result<qint64> {
            const auto access = open(task);
            if (!access)
                return fail(access.error());
            return markFailures(*access, topic, chosen, undo, reason, pass, task);
        };
        return gate.through(operation, {topic, chosen.toString(), reason}, mark,
            [](qint64 count, Ending& ending) { ending.count = count; });
    };
    runFor(this, m_workspace, undo ? u"undo-discard"_s : u"discard"_s, topic(), work,
        [this, undo, chosen](Result<qint64> changedCount) {
            if (!changedCount)
                return m_notices->showError(changedCount.error());
            Notice notice;
            notice.text = undo ? tr("%n record(s) are open again.", nullptr, static_cast<int>(*changedCount))
                               : tr("%n record(s) discarded.", nullptr, static_cast<int>(*changedCount));
            if (!undo && *changedCount > 0) {
                notice.actionText = tr("Take it back");
                notice.action = [this, chosen] { reopen(chosen); };
            }
            m_notices->show(notice);
            refresh();
            Q_EMIT written();
        });
}

void FailuresTab::keep()
{
    OffsetSelection chosen = selection();
    if (chosen.isEmpty()) {
        for (int i = 0; i < m_rows->rowCount(); ++i)
            chosen.add(m_rows->row(i).partition, m_rows->row(i).offset, m_rows->row(i).offset);
    }
    if (chosen.isEmpty())
        return;
    askWhereToKeep(chosen);
}

void FailuresTab::askWhereToKeep(const OffsetSelection& chosen)
{
    auto* dialog = new QFileDialog(this, tr("Keep the records in"));
    dialog->setObjectName(u"keepDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Records (*.jsonl)"));
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(topic() + QDateTime::currentDateTime().toString(u"-yyyyMMdd-HHmm"_s) + u".jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString& path) { keepIn(path, chosen); });
    dialog->open();
}

void FailuresTab::keepIn(const QString& path, const OffsetSelection& chosen)
{
    const auto work = [open = opener(), path, chosen, topic = topic(), gate = m_workspace.gate()](
                          TaskContext& task) -> Result<qint64> {
        const auto keep = [&](const Pass&) -> Result<qint64> {
            const auto access = open(task);
            if (!access)
                return fail(access.error());
            return keepRecords(access->kafka, topic, chosen, path, task);
        };
        return gate.through(Operation::Keep, {topic, chosen.toString() + u" → "_s + path}, keep,
            [](qint64 count, Ending& ending) { ending.count = count; });
    };
    runFor(this, m_workspace, u"export"_s, topic(), work, [this, path](Result<qint64> count) {
        if (!count)
            return m_notices->showError(count.error());
        m_notices->show({Tone::Ok,
            tr("%n record(s) kept in %1, byte for byte.", nullptr, static_cast<int>(*count)).arg(path), {}, {}});
    });
}

void FailuresTab::copySelection()
{
    m_table->copySelection();
}

void FailuresTab::learnRetention()
{
    if (topic() == m_retentionOf)
        return warnOfExpiry();
    const QString asked = topic();
    const auto work = [open = opener(), asked](TaskContext& task) -> Result<qint64> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        return retentionOf(access->kafka, asked, task);
    };
    const auto done = [this, asked](Result<qint64> retention) {
        if (asked != topic())
            return;
        // What could not be asked is asked again with the next reading.
        m_retentionOf = retention ? asked : QString();
        m_retention = retention.value_or(0);
        m_rows->setRetention(m_retention);
        setTableColumns(m_retention > 0);
        warnOfExpiry();
    };
    runFor(this, m_workspace, u"topics"_s, asked, work, done, false);
}

void FailuresTab::warnOfExpiry()
{
    if (m_retention <= 0 || !isVisible())
        return;
    const EpochMs limit = QDateTime::currentMSecsSinceEpoch() - m_retention + FailureModel::soon;
    OffsetSelection going;
    int count = 0;
    for (const FailureRow& row : std::as_const(m_all)) {
        if (!row.isOpen() || row.at >= limit)
            continue;
        going.add(row.partition, row.offset, row.offset);
        ++count;
    }
    if (count > 0)
        m_notices->show({Tone::Warning,
            tr("%n open record(s) have less than a day left before Kafka removes them.", nullptr, count),
            tr("Keep them in a file…"), [this, going] { askWhereToKeep(going); }});
}

} // namespace nc
