#include "widgets/editor/fixmenu.h"

#include "widgets/style/icons.h"
#include "widgets/style/language.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace nc {

void showFixMenu(
    QWidget* parent, const QPoint& at, const QList<ProblemFixes>& offers, std::function<void(const QuickFix&)> take)
{
    constexpr int headingWidth = 480;
    auto* menu = new QMenu(parent);
    menu->setObjectName(u"fixMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ProblemFixes& offer : offers) {
        const QString sentence = sentenceFor(offer.problem.error).what;
        QAction* heading = menu->addAction(menu->fontMetrics().elidedText(sentence, Qt::ElideRight, headingWidth));
        heading->setEnabled(false);
        for (const QuickFix& fix : offer.fixes) {
            QAction* action = menu->addAction(icon(Icon::Edit), sentenceFor(fix.what).what);
            QObject::connect(action, &QAction::triggered, parent, [take, fix] { take(fix); });
        }
        if (offer.fixes.isEmpty()) {
            const QString advice = sentenceFor(offer.problem.error).advice;
            menu->addAction(advice.isEmpty()
                        ? QCoreApplication::translate("FixMenu", "Only you know how to correct this.")
                        : advice)
                ->setEnabled(false);
        }
        QAction* copy = menu->addAction(icon(Icon::Copy), QCoreApplication::translate("FixMenu", "Copy the problem"));
        QObject::connect(copy, &QAction::triggered, parent, [problem = offer.problem, sentence] {
            QApplication::clipboard()->setText(
                u"%1:%2: %3: %4"_s.arg(problem.path).arg(problem.line).arg(problem.code(), sentence));
        });
        menu->addSeparator();
    }
    menu->popup(at);
    // The keyboard begins at the first thing that can be done.
    for (QAction* action : menu->actions()) {
        if (action->isEnabled() && !action->isSeparator()) {
            menu->setActiveAction(action);
            break;
        }
    }
}

} // namespace nc
