#include "widgets/failures/sending/discarddialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

DiscardDialog::DiscardDialog(const QString& topic, int count, const QString& mustType, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
    , m_type(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"discardDialog"_s);
    setWindowTitle(tr("Discard %n record(s)", nullptr, count));
    auto* text = new QLabel(
        tr("%n record(s) of %1 will be marked as handled. They stay where they are, and this can be taken back.",
            nullptr, count)
            .arg(topic),
        this);
    text->setWordWrap(true);
    auto* label = new QLabel(tr("Reason"), this);
    m_reason->setObjectName(u"discardReason"_s);
    m_reason->setAccessibleName(label->text());
    label->setBuddy(m_reason);
    auto* typeLabel = new QLabel(tr("Type %1 to confirm: this is a production profile.").arg(mustType), this);
    typeLabel->setTextFormat(Qt::PlainText);
    typeLabel->setWordWrap(true);
    typeLabel->setBuddy(m_type);
    m_type->setObjectName(u"discardType"_s);
    m_type->setAccessibleName(typeLabel->text());
    for (QWidget* widget : std::initializer_list<QWidget*>{typeLabel, m_type})
        widget->setVisible(!mustType.isEmpty());
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* discard = new QPushButton(tr("Discard %n record(s)", nullptr, count), this);
    discard->setObjectName(u"discardButton"_s);
    discard->setEnabled(false);
    setButtonKind(discard, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(discard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(text);
    column->addWidget(label);
    column->addWidget(m_reason);
    column->addWidget(typeLabel);
    column->addWidget(m_type);
    column->addLayout(buttons);
    resize(480, sizeHint().height());
    const auto check = [this, discard, mustType] {
        discard->setEnabled(!m_reason->text().trimmed().isEmpty() && m_type->text() == mustType);
    };
    for (QLineEdit* line : {m_reason, m_type})
        connect(line, &QLineEdit::textChanged, discard, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_reason->text().trimmed(), m_type->text());
        accept();
    });
}

} // namespace nc
