#include "widgets/failures/stucktab.h"

#include "failures/lists/lettermodels.h"
#include "kafka/client/kafkaaccess.h"
#include "widgets/common/confirmdialog.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/editdialog.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

StuckTab::StuckTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_model(new StuckModel(this))
    , m_table(new DataTable(u"stuckTable"_s, this))
    , m_remedy(new QLabel(this))
    , m_skip(new QPushButton(this))
{
    m_table->setSource(m_model, DataTable::Sorting::ByColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_remedy->setObjectName(u"stuckRemedy"_s);
    m_remedy->setWordWrap(true);
    m_remedy->setTextFormat(Qt::PlainText);
    m_skip->setObjectName(u"stuckSkip"_s);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_remedy, 1);
    row->addWidget(m_skip);
    column->addLayout(row);
    m_state = new StateView(content, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::unit, 0, 0);
    layout->addWidget(m_state);
    connect(m_table, &DataTable::currentRowChanged, this, &StuckTab::showRemedy);
    connect(m_skip, &QPushButton::clicked, this, &StuckTab::askForFile);
}

int StuckTab::count() const
{
    return m_model->rowCount();
}

void StuckTab::refresh()
{
    if (!m_workspace.hasProfile())
        return m_state->showNoProfile(Icon::Failures);
    const quint64 generation = ++m_generation;
    if (m_model->rowCount() == 0)
        m_state->showLoading(tr("where consumers stand"));
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder](TaskContext& task) -> Result<Seen<QList<StuckPartition>>> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        return findStuck(*access, task);
    };
    runFor(
        this, m_workspace, u"topics"_s, {}, work,
        [this, generation](Result<Seen<QList<StuckPartition>>> found) {
            if (generation != m_generation)
                return;
            if (found)
                take(std::move(*found));
            else
                m_state->showFailed(found.error(), [this] { refresh(); });
            Q_EMIT changed();
        },
        false);
}

void StuckTab::take(Seen<QList<StuckPartition>> found)
{
    Unseen unseen;
    m_model->setRows(std::move(found).into(unseen));
    if (m_model->rowCount() == 0 && !unseen.isEmpty()) {
        m_state->showEmpty(
            Icon::Inbox, [why = unseen.sources().first().reason] { return sentenceFor(why, currentLanguage()).what; });
        return;
    }
    if (m_model->rowCount() == 0) {
        m_state->showEmpty(
            Icon::Ok, [] { return tr("No consumer stands before a record that cannot be dead-lettered."); });
        return;
    }
    m_state->showContent();
    m_table->selectSourceRow(0);
    showRemedy();
}

void StuckTab::showRemedy()
{
    const QModelIndex index = m_table->currentSource();
    m_skip->setEnabled(index.isValid() && !m_workspace.isReadOnly());
    if (!index.isValid()) {
        m_remedy->clear();
        return;
    }
    const StuckPartition& stuck = m_model->row(index.row());
    const Sentence sentence = sentenceFor(stuck.reason, currentLanguage());
    QString text = sentence.what + u' ' + sentence.advice;
    if (stuck.running)
        text += u' ' + tr("Group %1 is running now: stop it first.").arg(stuck.group);
    m_remedy->setText(text);
}

void StuckTab::askForFile()
{
    const QModelIndex index = m_table->currentSource();
    if (!index.isValid())
        return;
    const StuckPartition stuck = m_model->row(index.row());
    auto* dialog = new QFileDialog(this, tr("Keep the record in"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(u"%1-%2-%3.jsonl"_s.arg(stuck.topic).arg(stuck.partition).arg(stuck.offset));
    connect(dialog, &QFileDialog::fileSelected, this, [this, stuck](const QString& file) { confirm(stuck, file); });
    dialog->open();
}

void StuckTab::confirm(const StuckPartition& stuck, const QString& file)
{
    Confirmation question;
    question.title = tr("Move past a record");
    question.text =
        tr("Group %1 will go on behind record %2:%3 of %4. The record is kept in %5 and can be mended and sent "
           "later; the group itself will never see it.")
            .arg(stuck.group, QString::number(stuck.partition), QString::number(stuck.offset), stuck.topic, file);
    question.actionText = tr("Move %1 past it").arg(stuck.group);
    question.mustType = stuck.group;
    question.destroys = true;
    ConfirmDialog::ask(this, question, [this, stuck, file] { skip(stuck, file); });
}

void StuckTab::skip(const StuckPartition& stuck, const QString& file)
{
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, stuck, file](TaskContext& task) -> Result<QString> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        if (const auto done = skipStuck(*access, stuck, file, task); !done)
            return fail(done.error());
        return file;
    };
    runFor(this, m_workspace, u"skip"_s, stuck.topic, work, [this](Result<QString> kept) {
        if (!kept)
            m_notices->showError(kept.error());
        else
            m_notices->show({Tone::Ok, tr("The record is kept in %1; the group goes on behind it.").arg(*kept),
                tr("Mend and send it…"), [this, file = *kept] { mend(file); }});
        refresh();
    });
}

void StuckTab::mend(const QString& file)
{
    const auto record = readKept(file);
    if (!record)
        return m_notices->showError(record.error());
    auto* dialog = new EditDialog(record->value.value_or(QByteArray()), record->topic, this);
    connect(dialog, &EditDialog::edited, this,
        [this, record = *record](const QByteArray& value) { sendMended(record, value); });
    dialog->open();
}

void StuckTab::sendMended(const Record& record, const QByteArray& value)
{
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, record, value](TaskContext& task) -> Result<RecordPlace> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        return nc::sendMended(*access, record, value, task);
    };
    runFor(this, m_workspace, u"produce"_s, record.topic, work, [this](const Result<RecordPlace>& place) {
        if (!place)
            return m_notices->showError(place.error());
        m_notices->show(
            {Tone::Ok, tr("Sent as %1 %2:%3.").arg(place->topic).arg(place->partition).arg(place->offset), {}, {}});
    });
}

void StuckTab::retranslate()
{
    m_model->setLanguage(currentLanguage());
    m_table->setAccessibleName(tr("Consumers that stand still"));
    m_skip->setText(tr("Keep the record, move past it…"));
    m_table->setColumns({{.title = tr("Group"), .kind = ColumnKind::Text, .width = 176},
        {.title = tr("Topic"), .kind = ColumnKind::Text, .width = 176},
        {.title = tr("Place"), .kind = ColumnKind::Code, .width = 88},
        {.title = tr("Size"), .kind = ColumnKind::Bytes, .width = 88},
        {.title = tr("Behind"), .kind = ColumnKind::Number, .width = 88},
        {.title = tr("Why"), .kind = ColumnKind::Sentence, .width = 320, .stretch = true}});
    showRemedy();
}

} // namespace nc
