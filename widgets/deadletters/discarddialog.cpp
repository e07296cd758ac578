#include "widgets/deadletters/discarddialog.h"

#include "widgets/common/buttons.h"
#include "widgets/common/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

DiscardDialog::DiscardDialog(const QString& topic, int count, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
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
    column->addLayout(buttons);
    resize(480, sizeHint().height());
    connect(m_reason, &QLineEdit::textChanged, discard,
        [discard](const QString& reason) { discard->setEnabled(!reason.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_reason->text().trimmed());
        accept();
    });
}

} // namespace nc
