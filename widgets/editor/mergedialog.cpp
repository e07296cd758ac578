#include "widgets/editor/mergedialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

MergeDialog* MergeDialog::ask(QWidget* parent, const QString& file, const QByteArray& base, const QByteArray& mine,
    const QByteArray& theirs, std::function<void(const QByteArray&)> take)
{
    auto* dialog = new MergeDialog(parent, file, base, mine, theirs, std::move(take));
    dialog->open();
    return dialog;
}

MergeDialog::MergeDialog(QWidget* parent, const QString& file, const QByteArray& base, const QByteArray& mine,
    const QByteArray& theirs, std::function<void(const QByteArray&)> take)
    : QDialog(parent)
{
    setObjectName(u"mergeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed in two places: %1").arg(file));
    resize(960, 640);
    const MergedText merged = mergeTexts(base, mine, theirs, tr("mine").toUtf8(), tr("theirs").toUtf8());
    auto* verdict = new ToneLabel(this);
    verdict->setObjectName(u"mergeVerdict"_s);
    if (merged.conflicts == 0)
        verdict->set(Tone::Ok, tr("The two changes do not touch each other."));
    else
        verdict->set(Tone::Warning,
            tr("%n place(s) were changed differently; they are marked with <<<<<<< and >>>>>>> for you to decide.",
                nullptr, merged.conflicts));
    auto* tabs = new QTabWidget(this);
    const auto compare = [&](const QString& title, const QByteArray& left, const QString& leftTitle,
                             const QByteArray& right, const QString& rightTitle) {
        auto* view = new DiffView(tabs);
        view->setTitles(leftTitle, rightTitle);
        view->setSameText(tr("No difference."));
        view->setTexts(left, right);
        tabs->addTab(view, title);
    };
    const QString onDisk = tr("Theirs, on disk");
    const QString unsaved = tr("Mine, unsaved");
    compare(tr("Merged"), theirs, onDisk, merged.text, tr("Both together"));
    compare(tr("Mine and theirs"), theirs, onDisk, mine, unsaved);
    compare(tr("What they changed"), base, tr("Before both"), theirs, onDisk);
    compare(tr("What I changed"), base, tr("Before both"), mine, unsaved);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* accept = new QPushButton(tr("Go on with both together"), this);
    accept->setObjectName(u"takeMergedButton"_s);
    accept->setDefault(true);
    setButtonKind(accept, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(verdict);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(tabs, 1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, [this, text = merged.text, take = std::move(take)] {
        take(text);
        QDialog::accept();
    });
}

} // namespace nc
