#include "widgets/shell/commitdialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

CommitDialog* CommitDialog::ask(
    QWidget* parent, const CommitQuestion& question, std::function<void(const CommitRequest&)> commit)
{
    auto* dialog = new CommitDialog(parent, question, std::move(commit));
    dialog->open();
    return dialog;
}

CommitDialog::CommitDialog(QWidget* parent, CommitQuestion question, std::function<void(const CommitRequest&)> commit)
    : QDialog(parent)
    , m_question(std::move(question))
{
    setObjectName(u"commitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool files = !m_question.files.isEmpty();
    setWindowTitle(files ? tr("Commit") : tr("Push"));
    resize(files ? QSize(960, 640) : QSize(560, 160));
    build();
    connect(m_files, &QListWidget::currentRowChanged, this, &CommitDialog::showDifference);
    connect(m_files, &QListWidget::itemChanged, this, &CommitDialog::follow);
    connect(m_message, &QPlainTextEdit::textChanged, this, &CommitDialog::follow);
    connect(m_push, &QCheckBox::toggled, this, &CommitDialog::follow);
    connect(m_branch, &QLineEdit::textChanged, this, &CommitDialog::follow);
    connect(m_confirm, &QPushButton::clicked, this, [this, commit = std::move(commit)] {
        const CommitRequest asked = request();
        accept();
        commit(asked);
    });
    if (files)
        m_files->setCurrentRow(0);
    follow();
}

void CommitDialog::build()
{
    const GitState& state = m_question.state;
    const bool files = !m_question.files.isEmpty();
    auto* heading =
        new QLabel(files ? tr("Commit on branch %1").arg(state.branch)
                         : tr("%n commit(s) of branch %1 not pushed yet", nullptr, state.ahead).arg(state.branch),
            this);
    heading->setTextFormat(Qt::PlainText);
    setTextSize(heading, TextSize::Heading);
    QStringList facts;
    if (files)
        facts += tr("Author: %1").arg(state.author.isEmpty() ? tr("git has not been told") : state.author);
    if (!state.hooks.isEmpty())
        facts += tr("The clone's hooks run: %1").arg(state.hooks.join(u", "_s));
    auto* who = new QLabel(facts.join(u" · "_s), this);
    who->setObjectName(u"commitAuthor"_s);
    who->setTextFormat(Qt::PlainText);
    who->setForegroundRole(QPalette::PlaceholderText);
    who->setWordWrap(true);
    auto* meanwhile = new ToneLabel(this);
    meanwhile->setObjectName(u"commitMeanwhile"_s);
    meanwhile->set(Tone::Warning, tr("The file was changed meanwhile and nothing was committed. It stands so now:"));
    meanwhile->setVisible(m_question.changedMeanwhile);
    auto* label = new QLabel(tr("&Message"), this);
    m_message = new QPlainTextEdit(this);
    m_message->setObjectName(u"commitMessage"_s);
    m_message->setAccessibleName(tr("Message"));
    m_message->setFont(fixedFont());
    m_message->setTabChangesFocus(true);
    m_message->setMaximumHeight(140);
    m_message->setPlainText(m_question.message);
    label->setBuddy(m_message);
    auto* behind = new ToneLabel(this);
    behind->set(Tone::Warning,
        tr("The clone lacks %n commit(s) of the remote: bring it up to date first.", nullptr, state.behind));
    behind->setVisible(state.behind > 0);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(u"commitConfirm"_s);
    m_confirm->setDefault(true);
    setButtonKind(m_confirm, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::unit);
    layout->addWidget(heading);
    layout->addWidget(who);
    layout->addWidget(meanwhile);
    QWidget* difference = buildFiles();
    layout->addWidget(difference, 1);
    layout->addWidget(label);
    layout->addWidget(m_message);
    layout->addLayout(buildTarget());
    layout->addWidget(m_where);
    layout->addWidget(behind);
    layout->addLayout(buttons);
    for (QWidget* part : std::initializer_list<QWidget*>{difference, label, m_message})
        part->setVisible(files);
}

QWidget* CommitDialog::buildFiles()
{
    auto* both = new QWidget(this);
    m_files = new QListWidget(both);
    m_files->setObjectName(u"commitFiles"_s);
    m_files->setAccessibleName(tr("Files of this commit"));
    for (const CommitFile& file : m_question.files) {
        auto* item = new QListWidgetItem(file.path, m_files);
        item->setToolTip(file.path.toHtmlEscaped());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setMaximumWidth(300);
    m_files->setVisible(m_question.files.size() > 1);
    m_difference = new DiffView(both);
    m_difference->setObjectName(u"commitDiff"_s);
    m_difference->setAccessibleName(tr("Difference"));
    m_difference->setTitles(tr("Last commit"), tr("This commit"));
    m_difference->setSameText(tr("Only how the file is stored changes."));
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_files);
    row->addWidget(m_difference, 1);
    return both;
}

QLayout* CommitDialog::buildTarget()
{
    const GitState& state = m_question.state;
    m_push = new QCheckBox(
        state.gerrit ? tr("&Push to Gerrit for review (refs/for/…)") : tr("&Push to the remote's branch"), this);
    m_push->setObjectName(u"commitPush"_s);
    const bool only = m_question.files.isEmpty();
    m_push->setEnabled(!state.remote.isEmpty() && !only);
    m_push->setChecked(state.gerrit || only);
    m_branch = new QLineEdit(state.gerrit ? followed() : m_question.ownBranch, this);
    m_branch->setObjectName(u"commitBranch"_s);
    m_branch->setAccessibleName(tr("Branch"));
    m_where = new ToneLabel(this);
    m_where->setObjectName(u"commitWhere"_s);
    auto* target = new QHBoxLayout;
    target->addWidget(m_push);
    target->addWidget(m_branch, 1);
    return target;
}

QStringList CommitDialog::ticked() const
{
    QStringList paths;
    for (int i = 0; i < m_files->count(); ++i) {
        if (m_files->item(i)->checkState() == Qt::Checked)
            paths += m_question.files[i].path;
    }
    return paths;
}

QString CommitDialog::followed() const
{
    return m_question.state.followed.isEmpty() ? m_question.state.branch : m_question.state.followed;
}

void CommitDialog::follow()
{
    const QStringList paths = ticked();
    // A message that nobody has touched keeps up with the ticks.
    const QString typed = m_message->toPlainText();
    if (!m_question.files.isEmpty() && (typed.isEmpty() ? m_proposed.isEmpty() : typed == m_proposed)) {
        if (const QString proposed = m_question.propose(paths); proposed != m_proposed) {
            m_proposed = proposed;
            m_message->setPlainText(proposed);
            return; // comes back here
        }
    }
    const bool pushes = m_push->isChecked();
    const QString branch = m_branch->text().trimmed();
    m_branch->setEnabled(pushes);
    const bool straight = pushes && !m_question.state.gerrit && branch == followed();
    m_where->set(Tone::Warning, tr("Straight to the branch that everybody follows, without a review."));
    m_where->setVisible(straight);
    const bool complete =
        m_question.files.isEmpty() || (!paths.isEmpty() && !m_message->toPlainText().trimmed().isEmpty());
    m_confirm->setEnabled(complete && (!pushes || !branch.isEmpty()));
    m_confirm->setText(m_question.files.isEmpty() ? tr("Push") : pushes ? tr("Commit and push") : tr("Commit"));
}

void CommitDialog::showDifference(int row)
{
    if (row >= 0 && row < m_question.files.size())
        m_difference->setTexts(m_question.files[row].before, m_question.files[row].now);
}

CommitRequest CommitDialog::request() const
{
    CommitRequest asked{ticked(), m_message->toPlainText().trimmed(), {}};
    if (m_push->isChecked())
        asked.push =
            GitPush{m_question.state.gerrit ? GitPush::Way::Gerrit : GitPush::Way::Branch, m_branch->text().trimmed()};
    return asked;
}

} // namespace nc
