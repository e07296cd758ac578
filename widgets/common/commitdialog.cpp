#include "widgets/common/commitdialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace nc {

CommitDialog* CommitDialog::ask(QWidget* parent, const GitState& state, const QString& path, const QString& proposal,
    std::function<void(const CommitRequest&)> commit)
{
    auto* dialog = new CommitDialog(parent, state, path, proposal, std::move(commit));
    dialog->open();
    return dialog;
}

CommitDialog::CommitDialog(QWidget* parent, const GitState& state, const QString& path, const QString& proposal,
    std::function<void(const CommitRequest&)> commit)
    : QDialog(parent)
{
    setObjectName(u"commitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commit"));
    resize(640, 420);
    auto* heading = new QLabel(tr("Commit %1 on branch %2").arg(path.section(u'/', -1), state.branch), this);
    heading->setTextFormat(Qt::PlainText);
    setTextSize(heading, TextSize::Heading);
    auto* label = new QLabel(tr("&Message"), this);
    auto* message = new QPlainTextEdit(proposal, this);
    message->setObjectName(u"commitMessage"_s);
    message->setAccessibleName(tr("Message"));
    message->setFont(fixedFont());
    message->setTabChangesFocus(true);
    label->setBuddy(message);
    const QString followed = state.upstream.isEmpty() ? state.branch : state.upstream.section(u'/', 1);
    auto* push =
        new QCheckBox(state.gerrit ? tr("&Push to Gerrit for review (refs/for/…)") : tr("&Push to the remote"), this);
    push->setObjectName(u"commitPush"_s);
    push->setEnabled(!state.remote.isEmpty());
    push->setChecked(state.gerrit);
    auto* branch = new QLineEdit(followed, this);
    branch->setObjectName(u"commitBranch"_s);
    branch->setAccessibleName(tr("Branch"));
    branch->setEnabled(push->isChecked());
    auto* behind = new ToneLabel(this);
    behind->set(Tone::Warning,
        tr("The clone lacks %n commit(s) of the remote: bring it up to date first.", nullptr, state.behind));
    behind->setVisible(state.behind > 0);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* confirm = new QPushButton(tr("Commit"), this);
    confirm->setObjectName(u"commitConfirm"_s);
    confirm->setDefault(true);
    setButtonKind(confirm, ButtonKind::Primary);
    auto* target = new QHBoxLayout;
    target->addWidget(push);
    target->addWidget(branch, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::unit);
    layout->addWidget(heading);
    layout->addWidget(label);
    layout->addWidget(message, 1);
    layout->addLayout(target);
    layout->addWidget(behind);
    layout->addLayout(buttons);
    const auto update = [=] {
        confirm->setEnabled(!message->toPlainText().trimmed().isEmpty());
        confirm->setText(push->isChecked() ? tr("Commit and push") : tr("Commit"));
        branch->setEnabled(push->isChecked());
    };
    update();
    connect(message, &QPlainTextEdit::textChanged, this, update);
    connect(push, &QCheckBox::toggled, this, update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [=, this, gerrit = state.gerrit, commit = std::move(commit)] {
        const CommitRequest request{message->toPlainText().trimmed(), push->isChecked(),
            {gerrit ? GitPush::Way::Gerrit : GitPush::Way::Branch, branch->text().trimmed()}};
        accept();
        commit(request);
    });
}

} // namespace nc
