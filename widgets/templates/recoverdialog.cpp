#include "widgets/templates/recoverdialog.h"

#include "core/atomicfile.h"
#include "widgets/common/timewords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/metrics.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

RecoverDialog::RecoverDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"recoverDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Unsaved texts"));
    resize(960, 560);
}

RecoverDialog* RecoverDialog::ask(QWidget* parent, const QList<DraftEntry>& entries,
    std::function<void(const QList<DraftEntry>&)> takeUp, std::function<void(const QList<DraftEntry>&)> discard)
{
    auto* dialog = new RecoverDialog(parent);
    auto* text =
        new QLabel(tr("The console ended before these texts were saved. The files themselves are as they were."));
    text->setWordWrap(true);
    auto* list = new QListWidget;
    list->setObjectName(u"recoverList"_s);
    list->setMaximumWidth(360);
    for (const DraftEntry& entry : entries) {
        auto* item =
            new QListWidgetItem(entry.path.section(u'/', -3) + u'\n' + exactTime(entry.at.toMSecsSinceEpoch()), list);
        item->setToolTip(entry.path);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    auto* view = new DiffView;
    view->setTitles(tr("On disk"), tr("Unsaved"));
    auto* row = new QHBoxLayout;
    row->addWidget(list);
    row->addWidget(view, 1);
    auto* later = new QPushButton(tr("Later"));
    auto* drop = new QPushButton(tr("Discard"));
    auto* take = new QPushButton(tr("Go on with them"));
    drop->setObjectName(u"discardDrafts"_s);
    take->setObjectName(u"takeUpDrafts"_s);
    setButtonKind(take, ButtonKind::Primary);
    take->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(drop);
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(take);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(text);
    column->addLayout(row, 1);
    column->addLayout(buttons);
    connect(list, &QListWidget::currentRowChanged, dialog, [view, entries](int index) {
        if (index < 0)
            return;
        const auto disk = readFile(entries[index].path);
        view->setTexts(disk ? disk->bytes : QByteArray(), entries[index].text.toUtf8());
    });
    const auto chosen = [list, entries] {
        QList<DraftEntry> ticked;
        for (int index = 0; index < list->count(); ++index) {
            if (list->item(index)->checkState() == Qt::Checked)
                ticked.append(entries[index]);
        }
        return ticked;
    };
    connect(later, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(take, &QPushButton::clicked, dialog, [dialog, chosen, takeUp = std::move(takeUp)] {
        takeUp(chosen());
        dialog->accept();
    });
    connect(drop, &QPushButton::clicked, dialog, [dialog, chosen, discard = std::move(discard)] {
        discard(chosen());
        dialog->accept();
    });
    list->setCurrentRow(0);
    dialog->open();
    return dialog;
}

} // namespace nc
