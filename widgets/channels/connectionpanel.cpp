#include "widgets/channels/connectionpanel.h"

#include "channels/netnames.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace nc {

ConnectionPanel::ConnectionPanel(QWidget* parent)
    : QWidget(parent)
    , m_emailLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_testEmail(new QPushButton(this))
    , m_to(new QLineEdit(this))
    , m_template(new QComboBox(this))
    , m_send(new QPushButton(this))
    , m_diiaLabel(new QLabel(this))
    , m_token(new QLineEdit(this))
    , m_testDiia(new QPushButton(this))
    , m_ca(new QLineEdit(this))
    , m_chooseCa(m_ca->addAction(icon(Icon::Folder), QLineEdit::TrailingPosition))
    , m_keep(new QCheckBox(this))
    , m_hint(new QLabel(this))
    , m_what(new QLabel(this))
    , m_lines(new QWidget)
    , m_grid(new QGridLayout(m_lines))
{
    m_password->setObjectName(u"testPassword"_s);
    m_to->setObjectName(u"testTo"_s);
    m_token->setObjectName(u"testToken"_s);
    m_testEmail->setObjectName(u"testEmail"_s);
    m_send->setObjectName(u"testSend"_s);
    m_template->setObjectName(u"testTemplate"_s);
    m_template->addItem({});
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_template->setMinimumContentsLength(16);
    m_testDiia->setObjectName(u"testDiia"_s);
    m_keep->setObjectName(u"testKeep"_s);
    m_ca->setObjectName(u"testCa"_s);
    m_what->setObjectName(u"testWhat"_s);
    m_lines->setObjectName(u"testLines"_s);
    for (QLineEdit* secret : {m_password, m_token})
        secret->setEchoMode(QLineEdit::Password);
    for (QLabel* label : {m_emailLabel, m_diiaLabel, m_what})
        label->setTextFormat(Qt::PlainText);
    setTextSize(m_what, TextSize::Heading);
    setTextSize(m_hint, TextSize::Caption);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);

    auto* form = new QGridLayout;
    form->setHorizontalSpacing(metrics::unit);
    form->setVerticalSpacing(metrics::unit);
    form->addWidget(m_emailLabel, 0, 0, 1, 3);
    form->addWidget(m_password, 1, 0);
    form->addWidget(m_testEmail, 1, 1);
    auto* letter = new QHBoxLayout;
    letter->setSpacing(metrics::unit);
    letter->addWidget(m_to, 1);
    letter->addWidget(m_template, 1);
    form->addLayout(letter, 2, 0);
    form->addWidget(m_send, 2, 1);
    form->addWidget(m_diiaLabel, 3, 0, 1, 3);
    form->addWidget(m_token, 4, 0);
    form->addWidget(m_testDiia, 4, 1);
    form->addWidget(m_ca, 5, 0);
    form->addWidget(m_keep, 6, 0, 1, 3);
    form->setColumnStretch(0, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::gap);
    m_grid->setVerticalSpacing(metrics::unit);
    m_grid->setColumnStretch(3, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addStretch(1);
    scroll->setWidget(holder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::unit, metrics::gap, 0, 0);
    layout->setSpacing(metrics::unit);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addSpacing(metrics::unit);
    layout->addWidget(m_what);
    layout->addWidget(scroll, 1);
    connect(m_testEmail, &QPushButton::clicked, this, &ConnectionPanel::testEmail);
    connect(m_send, &QPushButton::clicked, this, &ConnectionPanel::sendLetter);
    connect(m_testDiia, &QPushButton::clicked, this, &ConnectionPanel::testDiia);
    connect(m_to, &QLineEdit::textChanged, this, &ConnectionPanel::update);
    connect(m_chooseCa, &QAction::triggered, this, &ConnectionPanel::chooseAuthorities);
    connect(m_password, &QLineEdit::returnPressed, m_testEmail, &QPushButton::click);
    connect(m_token, &QLineEdit::returnPressed, m_testDiia, &QPushButton::click);
    retranslate();
}

void ConnectionPanel::present(const ChannelSession& session)
{
    const ChannelSettings settings = session.draftSettings();
    const EmailSettings& email = settings.email;
    m_emailReady = email.type == EmailSettings::Type::External && netnames::isHost(email.host) && email.port
        && netnames::isAddress(email.address);
    m_server = m_emailReady ? u"%1:%2 · %3"_s.arg(email.host).arg(*email.port).arg(email.address) : QString();
    m_diiaReady = netnames::isWebAddress(settings.diia.url);
    m_url = m_diiaReady ? settings.diia.url : QString();
    retranslate();
}

void ConnectionPanel::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

QString ConnectionPanel::password() const
{
    return m_password->text();
}

QString ConnectionPanel::token() const
{
    return m_token->text();
}

QString ConnectionPanel::recipient() const
{
    return m_to->text().trimmed();
}

std::optional<TemplateKey> ConnectionPanel::letterTemplate() const
{
    return TemplateKey::fromString(m_template->currentData().toString());
}

void ConnectionPanel::setTemplates(const QList<TemplateKey>& templates)
{
    const QString chosen = m_template->currentData().toString();
    while (m_template->count() > 1)
        m_template->removeItem(m_template->count() - 1);
    for (const TemplateKey& key : templates)
        m_template->addItem(key.toString(), key.toString());
    m_template->setCurrentIndex(qMax(0, m_template->findData(chosen)));
    update();
}

QString ConnectionPanel::authorities() const
{
    return m_ca->text().trimmed();
}

void ConnectionPanel::chooseAuthorities()
{
    auto* dialog = new QFileDialog(this, m_chooseCa->text(), m_ca->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_ca, &QLineEdit::setText);
    dialog->open();
}

bool ConnectionPanel::keepSecrets() const
{
    return m_keep->isChecked();
}

void ConnectionPanel::update()
{
    m_password->setEnabled(m_emailReady);
    m_to->setEnabled(m_emailReady);
    m_template->setEnabled(m_emailReady && m_template->count() > 1);
    m_testEmail->setEnabled(m_emailReady && !m_busy);
    m_send->setEnabled(m_emailReady && !m_busy && netnames::isAddress(recipient()));
    m_token->setEnabled(m_diiaReady);
    m_testDiia->setEnabled(m_diiaReady && !m_busy);
}

void ConnectionPanel::showStages(std::function<QString()> what, const QList<TestStage>& stages)
{
    m_say = std::move(what);
    m_stages = stages;
    fill();
}

QString ConnectionPanel::facts(const TestStage& stage)
{
    QStringList words;
    if (!stage.detail.isEmpty())
        words.append(stage.detail);
    const qint64 left = stage.validUntil ? *stage.validUntil - QDateTime::currentMSecsSinceEpoch() : 0;
    if (stage.name == u"tls" && stage.validUntil)
        words.append(tr("certificate valid for %n day(s)", nullptr, int(left / 86'400'000)));
    else if (stage.name == u"token")
        words.append(stage.validUntil ? tr("valid for %n minute(s)", nullptr, int(left / 60'000)) : tr("received"));
    return words.join(u", "_s);
}

void ConnectionPanel::fill()
{
    if (m_say)
        m_what->setText(m_say());
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    static const QHash<QString, const char*> names{{u"dns"_s, QT_TR_NOOP("Name")}, {u"tcp"_s, QT_TR_NOOP("Connection")},
        {u"tls"_s, QT_TR_NOOP("Encryption")}, {u"ehlo"_s, QT_TR_NOOP("Greeting")}, {u"auth"_s, QT_TR_NOOP("Password")},
        {u"letter"_s, QT_TR_NOOP("Letter")}, {u"token"_s, QT_TR_NOOP("Session token")}};
    int row = 0;
    for (const TestStage& stage : std::as_const(m_stages)) {
        const Tone tone = stage.ok ? Tone::Ok : stage.skipped ? Tone::Neutral : Tone::Error;
        auto* sign = new QLabel(m_lines);
        sign->setPixmap(icon(toneIcon(tone), toneTint(tone)).pixmap(metrics::icon, metrics::icon));
        auto* name = new QLabel(tr(names.value(stage.name, "")), m_lines);
        auto* time = new QLabel(stage.skipped ? QString() : tr("%L1 ms").arg(stage.ms), m_lines);
        time->setFont(fixedFont());
        QString words = facts(stage);
        if (stage.error) {
            const Sentence sentence = sentenceFor(*stage.error);
            words = sentence.what + u' ' + sentence.advice;
        } else if (stage.skipped) {
            words = stage.detail == u"no-password" ? tr("Not tried: no password is known.")
                : stage.detail == u"no-token"      ? tr("Not tried: no token is known.")
                : stage.detail == u"not-https"     ? tr("None: the address is http.")
                                                   : tr("Not reached.");
        }
        auto* text = new QLabel(words, m_lines);
        text->setObjectName(u"stage-"_s + stage.name);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(sign, row, 0, Qt::AlignTop);
        m_grid->addWidget(name, row, 1, Qt::AlignTop);
        m_grid->addWidget(time, row, 2, Qt::AlignTop | Qt::AlignRight);
        m_grid->addWidget(text, row, 3, Qt::AlignTop);
        ++row;
    }
}

void ConnectionPanel::retranslate()
{
    m_emailLabel->setText(m_emailReady ? tr("Mail server: %1").arg(m_server)
                                       : tr("Mail server: only a complete external server can be tested from here."));
    m_password->setPlaceholderText(tr("Password (empty: the form's, else the one kept)"));
    m_password->setAccessibleName(tr("Password of the mail server"));
    m_testEmail->setText(tr("Test connection"));
    m_to->setPlaceholderText(tr("Address for a test letter"));
    m_to->setAccessibleName(tr("Address for a test letter"));
    m_send->setText(tr("Send test letter"));
    m_template->setItemText(0, tr("Plain test letter"));
    m_template->setAccessibleName(tr("What the test letter is made from"));
    m_template->setToolTip(tr("A template of the regulation, filled with its sample data and marked as a test"));
    m_diiaLabel->setText(m_diiaReady ? tr("Diia: %1").arg(m_url) : tr("Diia: the channel is not set up."));
    m_token->setPlaceholderText(tr("Partner's token (empty: the form's, else the one kept)"));
    m_token->setAccessibleName(tr("Partner's token"));
    m_testDiia->setText(tr("Test Diia"));
    m_ca->setPlaceholderText(tr("Authorities to trust besides the system's, PEM file"));
    m_ca->setAccessibleName(tr("Authorities to trust besides the system's, PEM file"));
    m_chooseCa->setText(tr("Choose the file of authorities"));
    m_chooseCa->setToolTip(m_chooseCa->text());
    m_keep->setText(tr("Keep what is typed in the keychain"));
    m_hint->setText(tr("Password and token are used for the test alone; they are never written to values.yaml."));
    for (QWidget* named : QList<QWidget*>{m_testEmail, m_send, m_testDiia})
        named->setAccessibleName(static_cast<QPushButton*>(named)->text());
    m_keep->setAccessibleName(m_keep->text());
    update();
    fill();
}

void ConnectionPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nc
