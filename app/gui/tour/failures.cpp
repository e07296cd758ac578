#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace nc::gui {

/// The operator: what failed silently and would work now, the dead letters by cause, one of them, a dry run, sent back,
/// what became of it. The help desk: one person's messages, and the letter sent again.
TourSteps failuresSteps()
{
    const auto go = [](TourDriver& tour) { return tour.isVisible(u"replayDialog"_s) && tour.isEnabled(u"replayGo"_s); };
    const auto gone = [](TourDriver& tour) {
        return tour.isVisible(u"replayDialog"_s) && !tour.isVisible(u"replayGo"_s);
    };
    return {
        {u"failed-deliveries"_s,
            [](TourDriver& tour) {
                // A completer of the page before would stand over this one.
                if (QWidget* popup = QApplication::activePopupWidget())
                    popup->close();
                tour.goTo(PageId::Failures);
            },
            [](TourDriver& tour) { return tour.rows(u"deliveryTable"_s) > 0; }, 60},
        {u"failed-delivery"_s, [](TourDriver& tour) { (void)tour.clickRow(u"deliveryTable"_s, {}); },
            [](TourDriver& tour) { return tour.isVisible(u"deliveryVerdict"_s); }, 60},
        {u"resend-dry-run"_s, [](TourDriver& tour) { tour.click(u"replayActionButton"_s); }, go, 60},
        {{}, [](TourDriver& tour) { tour.click(u"replayClose"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"replayDialog"_s); }},
        {u"dead-letters"_s, [](TourDriver& tour) { tour.tab(u"failuresTabs"_s, 2); },
            [](TourDriver& tour) { return tour.rows(u"letterTable"_s) > 0; }, 60},
        {u"dead-letter"_s, [](TourDriver& tour) { (void)tour.clickRow(u"letterTable"_s, {}); },
            [](TourDriver& tour) {
                return tour.isVisible(u"letterVerdict"_s) && tour.isEnabled(u"replayActionButton"_s);
            },
            60},
        {u"dead-letter-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {u"replay-dry-run"_s,
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.click(u"replayActionButton"_s);
            },
            go, 60},
        {u"replayed"_s,
            [](TourDriver& tour) {
                tour.type(u"replayReason"_s, u"mail server is back"_s);
                tour.click(u"replayGo"_s);
            },
            gone, 60},
        {u"dead-letters-after"_s, [](TourDriver& tour) { tour.click(u"replayClose"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"replayDialog"_s) && tour.rows(u"letterTable"_s) > 0; }, 30},
        {u"ledger"_s, [](TourDriver& tour) { tour.tab(u"failuresTabs"_s, 4); },
            [](TourDriver& tour) { return tour.clickRow(u"ledgerTable"_s, {}); }, 30},
        {u"person"_s, [](TourDriver& tour) { tour.runAction(u"traceAction"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"traceText"_s); }},
        {u"person-found"_s,
            [](TourDriver& tour) {
                tour.type(u"traceText"_s, u"hanna.bilous.321"_s);
                tour.click(u"traceSearch"_s);
            },
            [](TourDriver& tour) { return tour.rows(u"traceTree"_s) > 0 && tour.isEnabled(u"replayActionButton"_s); },
            60},
        {u"person-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {u"person-send-again"_s,
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.click(u"replayActionButton"_s);
            },
            go, 60},
        {{}, [](TourDriver& tour) { tour.click(u"replayClose"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"replayDialog"_s); }},
    };
}

} // namespace nc::gui
