#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

/// The operator: what failed silently, the dead letters by cause, one of them, a dry run, sent back, what became of it.
TourSteps failuresSteps()
{
#if __has_include("widgets/deadletters/failurespage.h")
    return {
        {u"failed-deliveries"_s, [](TourDriver& tour) { tour.goTo(PageId::Failures); },
            [](TourDriver& tour) { return tour.rows(u"deliveryTable"_s) > 0; }, 60},
        {u"dead-letters"_s, [](TourDriver& tour) { tour.tab(u"failuresTabs"_s, 2); },
            [](TourDriver& tour) { return tour.rows(u"letterTable"_s) > 0; }, 60},
        {u"dead-letter"_s, [](TourDriver& tour) { (void)tour.clickRow(u"letterTable"_s, {}); },
            [](TourDriver& tour) {
                return tour.isVisible(u"letterSummary"_s) && tour.isEnabled(u"replayActionButton"_s);
            },
            30},
        {u"dead-letter-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {u"replay-dry-run"_s,
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.click(u"replayActionButton"_s);
            },
            [](TourDriver& tour) { return tour.isVisible(u"replayDialog"_s) && tour.isEnabled(u"replayGo"_s); }, 40},
        {u"replayed"_s,
            [](TourDriver& tour) {
                tour.type(u"replayReason"_s, u"mail server is back"_s);
                tour.click(u"replayGo"_s);
            },
            [](TourDriver& tour) { return tour.isVisible(u"replayDialog"_s) && !tour.isVisible(u"replayGo"_s); }, 60},
        {u"dead-letters-after"_s, [](TourDriver& tour) { tour.click(u"replayClose"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"replayDialog"_s) && tour.rows(u"letterTable"_s) > 0; }, 30},
    };
#else
    return {
        {u"failures"_s, [](TourDriver& tour) { tour.goTo(PageId::Failures); },
            [](TourDriver& tour) { return tour.isVisible(u"failuresPage"_s); }},
    };
#endif
}

} // namespace nc::gui
