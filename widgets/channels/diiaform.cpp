#include "widgets/channels/diiaform.h"

#include "widgets/channels/fieldproblems.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

DiiaForm::DiiaForm(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_on(new QCheckBox(this))
    , m_fields(new QWidget(this))
    , m_url(new FieldRow(u"diiaUrl"_s, m_fields))
    , m_token(new FieldRow(u"diiaToken"_s, m_fields))
    , m_secret(new FieldRow(u"diiaSecret"_s, m_fields))
    , m_open(new QLabel(m_fields))
    , m_move(new QPushButton(m_fields))
    , m_inboxHeading(new QLabel(this))
    , m_inbox(new QLabel(this))
{
    setTextSize(m_heading, TextSize::Heading);
    setTextSize(m_inboxHeading, TextSize::Heading);
    m_on->setObjectName(u"diiaOn"_s);
    m_inbox->setObjectName(u"inboxNothingToSet"_s);
    m_open->setObjectName(u"diiaOpenToken"_s);
    m_move->setObjectName(u"diiaMoveToken"_s);
    for (QLabel* label : {m_inbox, m_open}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        setTextSize(label, TextSize::Caption);
    }
    m_token->setSecret();
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::unit);
    fields->addWidget(m_url);
    fields->addWidget(m_token);
    fields->addWidget(m_secret);
    fields->addWidget(m_open);
    fields->addWidget(m_move, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::unit);
    layout->addWidget(m_heading);
    layout->addWidget(m_on);
    layout->addWidget(m_fields);
    layout->addSpacing(metrics::gap);
    layout->addWidget(m_inboxHeading);
    layout->addWidget(m_inbox);
    connect(m_on, &QCheckBox::clicked, this, [this] { Q_EMIT edited(u"diiaOn"_s); });
    connect(m_move, &QPushButton::clicked, this, &DiiaForm::moveToken);
    connect(m_token, &FieldRow::edited, this, [this] { m_typed = m_token->text(); });
    for (FieldRow* row : {m_url, m_token, m_secret})
        connect(row, &FieldRow::edited, this, [this, row] { Q_EMIT edited(row->edit()->objectName()); });
    retranslate();
}

void DiiaForm::read(ChannelForm& form) const
{
    form.diia = m_on->isChecked();
    form.diiaUrl = m_url->text();
    form.diiaSecret = m_secret->text();
    form.newToken = form.diia && !m_token->text().isEmpty();
}

QString DiiaForm::token() const
{
    return m_token->text();
}

void DiiaForm::forgetToken()
{
    m_typed.clear();
    m_token->setText({});
}

void DiiaForm::setVault(bool named)
{
    m_vaultNamed = named;
    retranslate();
}

void DiiaForm::present(const ChannelSession& session)
{
    m_on->setChecked(session.form().diia);
    m_fields->setVisible(session.form().diia);
    m_url->setText(session.form().diiaUrl);
    showProblem(*m_url, session, channelkeys::diiaKey(u"url"_s));
    m_token->setText(session.form().newToken ? m_typed : QString());
    m_secret->setText(session.form().diiaSecret);
    showProblem(*m_secret, session, channelkeys::diiaKey(u"auth"_s) + QStringList{u"secret"_s});
    m_inFile = session.draftSettings().diia.hasOpenSecret;
    m_moved = session.form().moveToken;
    showToken();
}

void DiiaForm::showToken()
{
    m_move->setVisible(m_inFile);
    m_open->setVisible(m_inFile || m_moved);
    m_open->setText(m_inFile ? tr("The token stands in the file itself, for everybody to read.")
                             : tr("The token leaves the file and is kept safely. The repository's history still holds "
                                  "it: ask Diia for a new one."));
}

void DiiaForm::retranslate()
{
    m_heading->setText(tr("Diia"));
    m_on->setText(tr("Send to the &Diia app"));
    m_on->setAccessibleName(QString(m_on->text()).remove(u'&'));
    m_url->setLabel(tr("&URL of Diia's API"));
    m_url->setPlaceholder(u"https://api2t.diia.gov.ua/"_s);
    m_inboxHeading->setText(tr("Inbox"));
    m_inbox->setText(tr("The inbox of the citizen's portal is always on. There is nothing to set."));
    m_token->setLabel(tr("Partner's &token"));
    m_token->setPlaceholder(tr("unchanged"));
    m_token->setHint(m_vaultNamed
            ? tr("Written to the vault when you save, under the place below.")
            : tr("Kept by the console, for testing alone: the profile names no vault. The platform reads its own."));
    m_secret->setLabel(tr("Place of the token in the va&ult"));
    m_move->setText(tr("&Move it out of the file"));
    m_move->setAccessibleName(QString(m_move->text()).remove(u'&'));
    m_secret->setPlaceholder(u"registry-kv/registry/…/external-systems/diia-…"_s);
    showToken();
}

void DiiaForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nc
