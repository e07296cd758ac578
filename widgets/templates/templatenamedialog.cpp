#include "widgets/templates/templatenamedialog.h"

#include "templates/source/errors.h"
#include "templates/source/templateoperations.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

TemplateNameDialog* TemplateNameDialog::ask(QWidget* parent, Purpose purpose, const TemplateKey& original,
    const QList<TemplateUse>& uses, std::function<bool(const TemplateKey&)> taken,
    std::function<void(const Answer&)> done)
{
    auto* dialog = new TemplateNameDialog(parent, purpose, original, uses);
    dialog->m_taken = std::move(taken);
    QStringList others;
    for (const Channel channel : {Channel::Email, Channel::Inbox, Channel::Diia}) {
        if (channel != original.channel && dialog->m_taken({channel, original.name}))
            others += channelName(channel);
    }
    if (purpose == Purpose::Rename && !uses.isEmpty() && !others.isEmpty()) {
        // A process names a template once for all channels.
        dialog->m_uses->setChecked(false);
        dialog->m_shared->setText(tr("There is a template of this name in %1 too: the processes mean all of them.")
                                      .arg(others.join(u", "_s)));
        dialog->m_shared->show();
    }
    connect(dialog->m_ok, &QPushButton::clicked, dialog, [dialog, done = std::move(done)] {
        done({dialog->key(), dialog->m_uses->isVisible() && dialog->m_uses->isChecked()});
        dialog->accept();
    });
    dialog->check();
    dialog->open();
    return dialog;
}

TemplateNameDialog::TemplateNameDialog(
    QWidget* parent, Purpose purpose, const TemplateKey& original, const QList<TemplateUse>& uses)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_original(original)
    , m_channel(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_uses(new QCheckBox(this))
    , m_shared(new QLabel(this))
    , m_ok(new QPushButton(this))
{
    setObjectName(u"templateNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(u"templateName"_s);
    m_channel->setObjectName(u"templateChannel"_s);
    m_problem->setObjectName(u"templateNameProblem"_s);
    m_uses->setObjectName(u"renameUses"_s);
    m_ok->setObjectName(u"templateNameOk"_s);
    m_channel->addItem(tr("Email"), int(Channel::Email));
    m_channel->addItem(tr("Inbox"), int(Channel::Inbox));
    m_channel->addItem(tr("Diia"), int(Channel::Diia));
    m_channel->setCurrentIndex(m_channel->findData(int(original.channel)));
    m_channel->setEnabled(purpose == Purpose::New);
    if (purpose == Purpose::Rename)
        m_name->setText(original.name);
    else if (purpose == Purpose::Duplicate)
        m_name->setText(original.name + u"-copy"_s);
    m_name->selectAll();
    m_name->setMinimumWidth(360);
    m_problem->setWordWrap(true);
    m_shared->setObjectName(u"sharedName"_s);
    m_shared->setWordWrap(true);
    m_shared->hide();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_ok->setDefault(true);
    setButtonKind(m_ok, ButtonKind::Primary);
    switch (purpose) {
    case Purpose::New:
        setWindowTitle(tr("New template"));
        m_ok->setText(tr("Create"));
        break;
    case Purpose::Duplicate:
        setWindowTitle(tr("Duplicate %1").arg(original.toString()));
        m_ok->setText(tr("Duplicate"));
        break;
    case Purpose::Rename:
        setWindowTitle(tr("Rename %1").arg(original.toString()));
        m_ok->setText(tr("Rename"));
        break;
    }
    auto* form = new QFormLayout;
    form->setSpacing(metrics::unit);
    form->addRow(tr("&Channel"), m_channel);
    form->addRow(tr("&Name"), m_name);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_ok);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addLayout(form);
    column->addWidget(m_problem);
    if (purpose == Purpose::Rename && !uses.isEmpty()) {
        constexpr qsizetype shown = 6;
        QStringList places;
        for (const TemplateUse& use : uses.mid(0, shown))
            places += tr("%1, line %2: %3").arg(QFileInfo(use.file).fileName()).arg(use.line).arg(use.process);
        if (uses.size() > shown)
            places += u"…"_s;
        auto* list = new QLabel(tr("Business processes that name it:") + u'\n' + places.join(u'\n'), this);
        list->setTextFormat(Qt::PlainText);
        column->addWidget(list);
        column->addWidget(m_uses);
        column->addWidget(m_shared);
        m_uses->setText(tr("Write the new name there too (%n places)", nullptr, int(uses.size())));
        m_uses->setChecked(true);
    } else {
        m_uses->hide();
    }
    column->addStretch(1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &TemplateNameDialog::check);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &TemplateNameDialog::check);
    m_name->setFocus();
}

TemplateKey TemplateNameDialog::key() const
{
    return {static_cast<Channel>(m_channel->currentData().toInt()), m_name->text()};
}

void TemplateNameDialog::check()
{
    const TemplateKey wanted = key();
    QString problem;
    const bool same = m_purpose == Purpose::Rename && wanted == m_original;
    if (const auto good = checkTemplateName(wanted.name); !good)
        problem = sentenceFor(good.error()).what;
    else if (!same && m_taken && m_taken(wanted))
        problem = sentenceFor({errors::templateExists, wanted.toString(), {}}).what;
    // An empty line is no mistake yet.
    m_problem->setText(wanted.name.isEmpty() ? QString() : problem);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colorsFor(palette()).error);
    m_problem->setPalette(colours);
    m_ok->setEnabled(problem.isEmpty() && !same);
}

} // namespace nc
