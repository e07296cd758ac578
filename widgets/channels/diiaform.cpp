#include "widgets/channels/diiaform.h"

#include "widgets/channels/fieldproblems.h"
#include "widgets/common/fonts.h"
#include "widgets/common/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace nc {

DiiaForm::DiiaForm(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_on(new QCheckBox(this))
    , m_fields(new QWidget(this))
    , m_url(new FieldRow(u"diiaUrl"_s, m_fields))
    , m_token(new QLabel(m_fields))
    , m_inboxHeading(new QLabel(this))
    , m_inbox(new QLabel(this))
{
    setTextSize(m_heading, TextSize::Heading);
    setTextSize(m_inboxHeading, TextSize::Heading);
    m_on->setObjectName(u"diiaOn"_s);
    for (QLabel* label : {m_token, m_inbox}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        setTextSize(label, TextSize::Caption);
    }
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::unit);
    fields->addWidget(m_url);
    fields->addWidget(m_token);
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
    connect(m_url, &FieldRow::edited, this, [this] { Q_EMIT edited(u"diiaUrl"_s); });
    retranslate();
}

void DiiaForm::read(ChannelForm& form) const
{
    form.diia = m_on->isChecked();
    form.diiaUrl = m_url->text();
}

void DiiaForm::present(const ChannelSession& session)
{
    m_on->setChecked(session.form().diia);
    m_fields->setVisible(session.form().diia);
    m_url->setText(session.form().diiaUrl);
    showProblem(*m_url, session, channelkeys::diiaKey(u"url"_s));
    m_secret = session.draftSettings().diia.secret;
    showToken();
}

void DiiaForm::showToken()
{
    m_token->setText(m_secret.isEmpty() ? tr("Partner's token: no place in the vault is named yet (auth.secret).")
                                        : tr("Partner's token: in the vault under %1").arg(m_secret.section(u':', 1)));
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
    showToken();
}

void DiiaForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nc
