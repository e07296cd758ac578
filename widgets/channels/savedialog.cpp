#include "widgets/channels/savedialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

SaveDialog* SaveDialog::ask(
    QWidget* parent, const QString& path, const QByteArray& before, const QByteArray& after, std::function<void()> save)
{
    auto* dialog = new SaveDialog(parent, path, before, after, std::move(save));
    dialog->open();
    return dialog;
}

SaveDialog::SaveDialog(
    QWidget* parent, const QString& path, const QByteArray& before, const QByteArray& after, std::function<void()> save)
    : QDialog(parent)
{
    setObjectName(u"saveDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save the change"));
    resize(960, 480);
    auto* diff = new DiffView(this);
    diff->setObjectName(u"saveDiff"_s);
    diff->setAccessibleName(tr("Difference"));
    diff->setTexts(before, after);
    diff->setTitles(tr("In the file"), tr("After saving"));
    auto* heading = new QLabel(tr("%n line(s) added or changed", nullptr, diff->addedCount()) + u", "_s
            + tr("%n line(s) removed or replaced", nullptr, diff->removedCount()),
        this);
    heading->setObjectName(u"saveSummary"_s);
    setTextSize(heading, TextSize::Heading);
    auto* where = new QLabel(path, this);
    where->setTextFormat(Qt::PlainText);
    where->setWordWrap(true);
    where->setForegroundRole(QPalette::PlaceholderText);
    auto* saveButton = new QPushButton(tr("Save %1").arg(path.section(u'/', -1)), this);
    saveButton->setObjectName(u"saveConfirm"_s);
    saveButton->setDefault(true);
    setButtonKind(saveButton, ButtonKind::Primary);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"saveCancel"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(saveButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::unit);
    layout->addWidget(heading);
    layout->addWidget(where);
    layout->addWidget(diff, 1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QPushButton::clicked, this, [this, save = std::move(save)] {
        accept();
        save();
    });
    saveButton->setFocus();
}

} // namespace nc
