#include "widgets/channels/emailform.h"

#include "widgets/channels/fieldproblems.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace nc {

EmailForm::EmailForm(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_internal(new QRadioButton(this))
    , m_external(new QRadioButton(this))
    , m_internalHint(new QLabel(this))
    , m_fields(new QWidget(this))
    , m_host(new FieldRow(u"emailHost"_s, m_fields))
    , m_port(new FieldRow(u"emailPort"_s, m_fields))
    , m_address(new FieldRow(u"emailAddress"_s, m_fields))
    , m_newPassword(new FieldRow(u"emailNewPassword"_s, m_fields))
    , m_vault(new FieldRow(u"emailVaultPath"_s, m_fields))
    , m_password(new QLabel(m_fields))
    , m_move(new QPushButton(m_fields))
{
    setTextSize(m_heading, TextSize::Heading);
    m_internal->setObjectName(u"emailInternal"_s);
    m_external->setObjectName(u"emailExternal"_s);
    m_password->setObjectName(u"emailPassword"_s);
    m_move->setObjectName(u"emailMovePassword"_s);
    for (QLabel* label : {m_internalHint, m_password}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        setTextSize(label, TextSize::Caption);
    }
    m_port->edit()->setMaximumWidth(160);
    m_newPassword->setSecret();
    connect(m_newPassword, &FieldRow::edited, this, [this] { m_typed = m_newPassword->text(); });
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, metrics::unit, 0, 0);
    fields->setSpacing(metrics::unit);
    fields->addWidget(m_host);
    fields->addWidget(m_port);
    fields->addWidget(m_address);
    fields->addWidget(m_newPassword);
    fields->addWidget(m_vault);
    fields->addWidget(m_password);
    fields->addWidget(m_move, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::unit);
    layout->addWidget(m_heading);
    layout->addWidget(m_internal);
    layout->addWidget(m_internalHint);
    layout->addWidget(m_external);
    layout->addWidget(m_fields);
    auto* group = new QButtonGroup(this);
    group->addButton(m_internal);
    group->addButton(m_external);
    connect(m_internal, &QRadioButton::clicked, this, [this] { Q_EMIT edited(u"emailType"_s); });
    connect(m_external, &QRadioButton::clicked, this, [this] { Q_EMIT edited(u"emailType"_s); });
    connect(m_move, &QPushButton::clicked, this, &EmailForm::movePassword);
    for (FieldRow* row : {m_host, m_port, m_address, m_newPassword, m_vault})
        connect(row, &FieldRow::edited, this, [this, row] { Q_EMIT edited(row->edit()->objectName()); });
    retranslate();
}

void EmailForm::read(ChannelForm& form) const
{
    if (m_internal->isChecked())
        form.emailType = EmailSettings::Type::Internal;
    else if (m_external->isChecked())
        form.emailType = EmailSettings::Type::External;
    form.host = m_host->text();
    form.port = m_port->text();
    form.address = m_address->text();
    form.vaultPath = m_vault->text();
    form.newPassword = form.emailType == EmailSettings::Type::External && !m_newPassword->text().isEmpty();
}

QString EmailForm::password() const
{
    return m_newPassword->text();
}

void EmailForm::forgetPassword()
{
    m_typed.clear();
    m_newPassword->setText({});
}

void EmailForm::setVault(bool named)
{
    m_vaultNamed = named;
    retranslate();
}

void EmailForm::present(const ChannelSession& session)
{
    const ChannelForm& form = session.form();
    for (auto [button, type] :
        {std::pair{m_internal, EmailSettings::Type::Internal}, std::pair{m_external, EmailSettings::Type::External}}) {
        button->setAutoExclusive(false);
        button->group()->setExclusive(false);
        button->setChecked(form.emailType == type);
        button->group()->setExclusive(true);
    }
    const bool external = form.emailType == EmailSettings::Type::External;
    m_fields->setVisible(external);
    m_host->setText(form.host);
    m_port->setText(form.port);
    m_address->setText(form.address);
    m_vault->setText(form.vaultPath);
    m_newPassword->setText(form.newPassword ? m_typed : QString());
    showProblem(*m_host, session, channelkeys::emailKey(u"host"_s));
    showProblem(*m_port, session, channelkeys::emailKey(u"port"_s));
    showProblem(*m_address, session, channelkeys::emailKey(u"address"_s));
    const EmailSettings draft = session.draftSettings().email;
    showProblem(*m_vault, session, channelkeys::emailKey(u"vaultPath"_s));
    m_inFile = draft.hasPassword;
    m_moved = form.movePassword;
    showEncryption();
}

void EmailForm::showEncryption()
{
    const MailEncryption encryption = mailEncryption(m_port->text().toInt());
    m_port->setHint(encryption == MailEncryption::Tls ? tr("Encrypted: TLS")
            : encryption == MailEncryption::StartTls  ? tr("Encrypted: STARTTLS")
                                                      : QString());
    showPassword();
}

void EmailForm::showPassword()
{
    m_move->setVisible(m_inFile);
    if (m_inFile)
        m_password->setText(tr("The password stands in the file itself, for everybody to read."));
    else if (m_moved)
        m_password->setText(
            tr("The password leaves the file and is kept safely. The repository's history still holds it: change it "
               "at the mail server, too."));
    m_password->setVisible(m_inFile || m_moved);
}

void EmailForm::retranslate()
{
    m_heading->setText(tr("Email"));
    m_internal->setText(tr("&Platform's mail server"));
    m_internalHint->setText(tr("Letters come from <registry>@<domain of the platform>. Nothing else is to be set."));
    m_external->setText(tr("&External mail server"));
    m_host->setLabel(tr("&Host"));
    m_host->setPlaceholder(u"smtp.example.org"_s);
    m_port->setLabel(tr("P&ort"));
    m_port->setPlaceholder(u"587"_s);
    m_move->setText(tr("&Move it out of the file"));
    m_move->setAccessibleName(QString(m_move->text()).remove(u'&'));
    m_address->setLabel(tr("&Address (sender and user name)"));
    m_address->setPlaceholder(u"registry@example.org"_s);
    m_newPassword->setLabel(tr("Pass&word"));
    m_newPassword->setPlaceholder(tr("unchanged"));
    m_newPassword->setHint(m_vaultNamed
            ? tr("Written to the vault when you save, under the place below.")
            : tr("Kept by the console, for testing alone: the profile names no vault. The platform reads its own."));
    m_vault->setLabel(tr("Place of the password in the &vault"));
    m_vault->setPlaceholder(u"registry-kv/registry/…/smtp-…"_s);
    for (QRadioButton* button : {m_internal, m_external})
        button->setAccessibleName(QString(button->text()).remove(u'&'));
    showEncryption();
}

void EmailForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nc
