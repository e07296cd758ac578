#include "widgets/connections/profileform.h"

#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString settingsText(const QMap<QString, QString>& settings)
{
    QStringList lines;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        lines << it.key() + u" = "_s + it.value();
    return lines.join(u'\n');
}

/// A line without a sign is kept as a setting without a value: the connection test then names it.
QMap<QString, QString> settingsOf(const QString& text)
{
    QMap<QString, QString> settings;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty())
            settings.insert(name, line.section(u'=', 1).trimmed());
    }
    return settings;
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, metrics::gap, 0);
    column->setSpacing(metrics::unit);

    QFormLayout* form = section(tr("Profile"));
    m_name = line(form, u"profileName"_s, tr("Name"), u"registry-test"_s);
    m_description = line(form, u"profileDescription"_s, tr("Description"));
    m_production = new QCheckBox(tr("Production"), this);
    m_production->setToolTip(tr("The profile's name must be typed before anything is changed"));
    m_production->setObjectName(u"profileProduction"_s);
    m_readOnly = new QCheckBox(tr("Read-only"), this);
    m_readOnly->setToolTip(tr("Nothing can be changed through this profile"));
    m_readOnly->setObjectName(u"profileReadOnly"_s);
    form->addRow(QString(), m_production);
    form->addRow(QString(), m_readOnly);

    form = m_kafkaForm = section(tr("Kafka"));
    m_bootstrap = line(form, u"profileBootstrap"_s, tr("Servers"), u"kafka-1:9092,kafka-2:9092"_s);
    m_security = new QComboBox(this);
    m_security->setObjectName(u"profileSecurity"_s);
    m_security->addItems({u"PLAINTEXT"_s, u"SSL"_s, u"SASL_SSL"_s, u"SASL_PLAINTEXT"_s});
    form->addRow(tr("Security"), m_security);
    m_mechanism = new QComboBox(this);
    m_mechanism->setObjectName(u"profileMechanism"_s);
    m_mechanism->addItems({u"PLAIN"_s, u"SCRAM-SHA-256"_s, u"SCRAM-SHA-512"_s});
    form->addRow(tr("Mechanism"), m_mechanism);
    m_user = line(form, u"profileUser"_s, tr("User"));
    m_password = password(form, u"profilePassword"_s, tr("Password"));
    m_ca = path(form, u"profileCa"_s, tr("Authority (PEM)"), false);
    m_certificate = path(form, u"profileCertificate"_s, tr("Client certificate (PEM)"), false);
    m_key = path(form, u"profileKey"_s, tr("Client key (PEM)"), false);
    m_keyPassword = password(form, u"profileKeyPassword"_s, tr("Key's password"));
    m_pkcs12 = path(form, u"profilePkcs12"_s, tr("Or both as PKCS#12"), false);
    m_schemaRegistry = line(form, u"profileSchemaRegistry"_s, tr("Schema registry"), u"http://schema-registry:8081"_s);
    m_registryUser = line(form, u"profileRegistryUser"_s, tr("Its user or API key"));
    m_registryPassword = password(form, u"profileRegistryPassword"_s, tr("Its password or secret"));
    m_settings = new QPlainTextEdit(this);
    m_settings->setObjectName(u"profileSettings"_s);
    m_settings->setAccessibleName(tr("Further settings"));
    m_settings->setTabChangesFocus(true);
    m_settings->setPlaceholderText(u"address.map.kafka-0.inner:9092 = 127.0.0.1:19092\nsocket.timeout.ms = 30000"_s);
    m_settings->setToolTip(
        tr("One a line, NAME = VALUE: any setting of librdkafka, and address.map.BROKER = ADDRESS for "
           "brokers that are reached by another address than the one they advertise"));
    m_settings->setFont(fixedFont());
    m_settings->setFixedHeight(m_settings->fontMetrics().lineSpacing() * 4 + metrics::unit * 2);
    form->addRow(tr("Further settings"), m_settings);

    form = section(tr("Database"));
    m_database =
        line(form, u"profileDatabase"_s, tr("Connection"), u"host=db port=5432 dbname=notifications user=console"_s);
    m_databasePassword = password(form, u"profileDatabasePassword"_s, tr("Database password"));

    form = section(tr("Notification service"));
    m_service = line(form, u"profileService"_s, tr("Address"), tr("only where the database is out of reach"));
    m_serviceToken = password(form, u"profileServiceToken"_s, tr("Access token"));
    m_serviceCa = path(form, u"profileServiceCa"_s, tr("Service's authority (PEM)"), false);
    m_serviceVersion = line(form, u"profileServiceVersion"_s, tr("Version"), tr("the newest whose rules are known"));

    form = section(tr("Folders"));
    m_regulation = path(form, u"profileRegulation"_s, tr("Regulation"), true);
    m_registry = path(form, u"profileRegistry"_s, tr("Registry configuration"), true);

    form = section(tr("Vault for the channels' passwords"));
    m_vault = line(form, u"profileVault"_s, tr("Address"), u"https://vault.example.org:8200"_s);
    m_vaultMount = line(form, u"profileVaultMount"_s, tr("Secrets engine"), VaultConnection().mount);
    m_vaultRole = line(form, u"profileVaultRole"_s, tr("AppRole's role ID"), tr("empty: with a token"));
    m_vaultSecret = password(form, u"profileVaultSecret"_s, tr("Token or secret ID"));
    m_vaultCa = path(form, u"profileVaultCa"_s, tr("Vault's authority (PEM)"), false);
    column->addStretch(1);
    alignLabels();

    connect(m_security, &QComboBox::currentTextChanged, this, [this] {
        showNeeded();
        Q_EMIT edited();
    });
    connect(m_mechanism, &QComboBox::currentTextChanged, this, &ProfileForm::edited);
    connect(m_settings, &QPlainTextEdit::textChanged, this, &ProfileForm::edited);
    connect(m_production, &QCheckBox::toggled, this, &ProfileForm::edited);
    connect(m_readOnly, &QCheckBox::toggled, this, &ProfileForm::edited);
    showNeeded();
}

QFormLayout* ProfileForm::section(const QString& title)
{
    auto* heading = new QLabel(title, this);
    setTextSize(heading, TextSize::Heading);
    auto* column = static_cast<QVBoxLayout*>(layout());
    if (column->count() > 0)
        column->addSpacing(metrics::gap);
    column->addWidget(heading);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(metrics::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    return form;
}

QLineEdit* ProfileForm::line(QFormLayout* form, const QString& name, const QString& label, const QString& example)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(example);
    auto* words = new QLabel(label, this);
    words->setBuddy(edit);
    form->addRow(words, edit);
    connect(edit, &QLineEdit::textEdited, this, &ProfileForm::edited);
    return edit;
}

QLineEdit* ProfileForm::password(QFormLayout* form, const QString& name, const QString& label)
{
    QLineEdit* edit = line(form, name, label);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QLineEdit* ProfileForm::path(QFormLayout* form, const QString& name, const QString& label, bool folder)
{
    auto* row = new QWidget(this);
    auto* edit = new QLineEdit(row);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    auto* browse = new QPushButton(icon(Icon::Folder), QString(), row);
    browse->setObjectName(name + u"Browse"_s);
    browse->setAccessibleName(tr("Choose: %1").arg(label));
    browse->setToolTip(browse->accessibleName());
    auto* box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(edit, 1);
    box->addWidget(browse);
    auto* words = new QLabel(label, this);
    words->setBuddy(edit);
    form->addRow(words, row);
    connect(edit, &QLineEdit::textEdited, this, &ProfileForm::edited);
    connect(browse, &QPushButton::clicked, this, [this, edit, folder, label] {
        auto* dialog = new QFileDialog(this, label, edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString& file) {
            edit->setText(file);
            Q_EMIT edited();
        });
        dialog->open();
    });
    return edit;
}

/// One edge for the fields of all sections.
void ProfileForm::alignLabels()
{
    int widest = 0;
    QList<QLabel*> labels;
    for (const QFormLayout* form : findChildren<QFormLayout*>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
            if (auto* label = item ? qobject_cast<QLabel*>(item->widget()) : nullptr)
                labels.append(label);
        }
    }
    for (const QLabel* label : std::as_const(labels))
        widest = qMax(widest, label->sizeHint().width());
    for (QLabel* label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

/// Only what the chosen security needs is in sight.
void ProfileForm::showNeeded()
{
    const QString security = m_security->currentText();
    const bool sasl = security.startsWith(u"SASL");
    const bool tls = security.endsWith(u"SSL");
    const auto show = [this](QWidget* field, bool visible) {
        field->setVisible(visible);
        if (QWidget* label = m_kafkaForm->labelForField(field))
            label->setVisible(visible);
    };
    show(m_mechanism, sasl);
    show(m_user, sasl);
    show(m_password, sasl);
    show(m_ca->parentWidget(), tls);
    show(m_certificate->parentWidget(), security == u"SSL");
    show(m_key->parentWidget(), security == u"SSL");
    show(m_pkcs12->parentWidget(), security == u"SSL");
    show(m_keyPassword, security == u"SSL");
}

void ProfileForm::setProfile(const Profile& profile, bool isNew)
{
    m_base = profile;
    m_name->setText(profile.name);
    m_name->setReadOnly(!isNew);
    m_description->setText(profile.description);
    m_production->setChecked(profile.production);
    m_readOnly->setChecked(profile.readOnly);
    m_bootstrap->setText(profile.kafka.bootstrap);
    m_security->setCurrentText(profile.kafka.security);
    m_mechanism->setCurrentText(profile.kafka.saslMechanism);
    m_user->setText(profile.kafka.username);
    m_ca->setText(profile.kafka.ca);
    m_certificate->setText(profile.kafka.certificate);
    m_key->setText(profile.kafka.key);
    m_pkcs12->setText(profile.kafka.pkcs12);
    m_schemaRegistry->setText(profile.kafka.schemaRegistry);
    m_registryUser->setText(profile.kafka.registryUser);
    {
        const QSignalBlocker quiet(m_settings);
        m_settings->setPlainText(settingsText(profile.kafka.settings));
    }
    m_database->setText(profile.database);
    m_regulation->setText(profile.regulation);
    m_registry->setText(profile.registry);
    m_service->setText(profile.service);
    m_serviceCa->setText(profile.serviceCa);
    m_serviceVersion->setText(profile.serviceVersion);
    m_vault->setText(profile.vault.url);
    m_vaultMount->setText(profile.vault.mount);
    m_vaultRole->setText(profile.vault.role);
    m_vaultCa->setText(profile.vault.ca);
    for (QLineEdit* secret :
        {m_password, m_keyPassword, m_registryPassword, m_databasePassword, m_serviceToken, m_vaultSecret}) {
        secret->clear();
        secret->setPlaceholderText(isNew ? QString() : tr("unchanged"));
    }
    showNeeded();
}

Profile ProfileForm::profile() const
{
    Profile p = m_base;
    p.name = m_name->text().trimmed();
    p.description = m_description->text().trimmed();
    p.production = m_production->isChecked();
    p.readOnly = m_readOnly->isChecked();
    p.kafka.bootstrap = m_bootstrap->text().trimmed();
    p.kafka.security = m_security->currentText();
    const bool sasl = p.kafka.security.startsWith(u"SASL");
    p.kafka.saslMechanism = sasl ? m_mechanism->currentText() : QString();
    p.kafka.username = sasl ? m_user->text().trimmed() : QString();
    p.kafka.ca = m_ca->text().trimmed();
    p.kafka.certificate = m_certificate->text().trimmed();
    p.kafka.key = m_key->text().trimmed();
    p.kafka.pkcs12 = m_pkcs12->text().trimmed();
    p.kafka.schemaRegistry = m_schemaRegistry->text().trimmed();
    p.kafka.registryUser = m_registryUser->text().trimmed();
    p.kafka.settings = settingsOf(m_settings->toPlainText());
    p.database = m_database->text().trimmed();
    p.service = m_service->text().trimmed();
    p.serviceCa = m_serviceCa->text().trimmed();
    p.serviceVersion = m_serviceVersion->text().trimmed();
    p.regulation = m_regulation->text().trimmed();
    p.registry = m_registry->text().trimmed();
    p.vault.url = m_vault->text().trimmed();
    while (p.vault.url.endsWith(u'/'))
        p.vault.url.chop(1);
    p.vault.mount = m_vaultMount->text().trimmed();
    if (p.vault.mount.isEmpty())
        p.vault.mount = VaultConnection().mount;
    p.vault.role = m_vaultRole->text().trimmed();
    p.vault.ca = m_vaultCa->text().trimmed();
    return p;
}

ProfileSecrets ProfileForm::secrets() const
{
    ProfileSecrets secrets;
    secrets.kafka = m_password->text();
    secrets.key = m_keyPassword->text();
    secrets.registry = m_registryPassword->text();
    secrets.database = m_databasePassword->text();
    secrets.service = m_serviceToken->text();
    secrets.vault = m_vaultSecret->text();
    return secrets;
}

void ProfileForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace nc
