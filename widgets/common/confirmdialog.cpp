#include "widgets/common/confirmdialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

static QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

ConfirmDialog* ConfirmDialog::ask(
    QWidget* parent, const Confirmation& confirmation, std::function<void(const QString& typed)> confirmed)
{
    auto* dialog = new ConfirmDialog(parent, confirmation, std::move(confirmed));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

ConfirmDialog::ConfirmDialog(
    QWidget* parent, const Confirmation& confirmation, std::function<void(const QString& typed)> confirmed)
    : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(confirmation.title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::gap);
    column->setSpacing(metrics::gap);

    auto* heading = wrapped(confirmation.title, this);
    setTextSize(heading, TextSize::Heading);
    column->addWidget(heading);
    if (!confirmation.text.isEmpty())
        column->addWidget(wrapped(confirmation.text, this));
    if (!confirmation.details.isEmpty()) {
        auto* list = new QListWidget(this);
        list->setObjectName(u"confirmDetails"_s);
        list->setAccessibleName(confirmation.title);
        list->addItems(confirmation.details);
        list->setMaximumHeight(200);
        column->addWidget(list);
    }

    auto* act = new QPushButton(confirmation.actionText, this);
    act->setObjectName(u"confirmButton"_s);
    setButtonKind(act, confirmation.destroys ? ButtonKind::Danger : ButtonKind::Primary);
    QLineEdit* line = nullptr;
    if (!confirmation.mustType.isEmpty()) {
        const QString ask =
            confirmation.inProduction ? tr("This is production. Type “%1” to go on.") : tr("Type “%1” to go on.");
        auto* label = wrapped(ask.arg(confirmation.mustType), this);
        line = new QLineEdit(this);
        line->setObjectName(u"confirmLine"_s);
        label->setBuddy(line);
        line->setAccessibleName(label->text());
        column->addWidget(label);
        column->addWidget(line);
        act->setEnabled(false);
        connect(line, &QLineEdit::textChanged, act,
            [act, wanted = confirmation.mustType](const QString& text) { act->setEnabled(text.trimmed() == wanted); });
        line->setFocus();
    }
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelButton"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, [this, line, confirmed = std::move(confirmed)] {
        const QString typed = line ? line->text().trimmed() : QString();
        accept();
        if (confirmed)
            confirmed(typed);
    });
    // What destroys is not what Enter does.
    cancel->setDefault(confirmation.destroys);
    act->setDefault(!confirmation.destroys);
    act->setAutoDefault(!confirmation.destroys);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    if (confirmation.destroys)
        row->addSpacing(metrics::gap);
    row->addWidget(act);
    column->addLayout(row);
    setMinimumWidth(440);
}

} // namespace nc
