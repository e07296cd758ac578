#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

/// The author: a letter beside its source, on a phone, in the dark; the plan, a difference, published.
TourSteps templatesSteps()
{
    return {
        {u"templates"_s, [](TourDriver& tour) { tour.goTo(PageId::Templates); },
            [](TourDriver& tour) { return tour.rows(u"templateTree"_s) > 0; }},
        {{}, {}, [](TourDriver& tour) { return tour.clickRow(u"templateTree"_s, u"application-decided"_s); }},
        {u"templates-letter"_s, {},
            [](TourDriver& tour) { return tour.isVisible(u"templateFiles"_s) && tour.hasPicture(u"letterHolder"_s); },
            60},
        {u"templates-phone"_s, [](TourDriver& tour) { tour.click(u"phoneWidth"_s); },
            [](TourDriver& tour) { return tour.hasPicture(u"letterHolder"_s); }},
        {u"templates-dark"_s,
            [](TourDriver& tour) {
                tour.click(u"desktopWidth"_s);
                tour.dress(u"dark"_s);
                tour.speak(u"en"_s);
            },
            {}},
        {u"publish-plan"_s,
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.speak(u"uk"_s);
                tour.click(u"publishTemplatesButton"_s);
            },
            [](TourDriver& tour) {
                return tour.rows(u"planTable"_s) > 3 && tour.isEnabled(u"publishTemplatesButton"_s);
            },
            40},
        {u"publish-difference"_s,
            [](TourDriver& tour) { (void)tour.clickRow(u"planTable"_s, QStringLiteral("змінений")); },
            [](TourDriver& tour) { return tour.isVisible(u"planDiff"_s); }},
        {u"publish-reader"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 2); },
            [](TourDriver& tour) { return tour.isVisible(u"planDiff"_s); }, 20},
        {u"publish-events"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 3); },
            [](TourDriver& tour) { return tour.rows(u"impactTable"_s) > 0; }, 60},
        {u"publish-confirm"_s, [](TourDriver& tour) { tour.click(u"publishTemplatesButton"_s); },
            [](TourDriver& tour) { return tour.isEnabled(u"confirmButton"_s); }},
        {u"published"_s, [](TourDriver& tour) { tour.click(u"confirmButton"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"noticeBar"_s); }, 40},
        {u"publish-history"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 4); },
            [](TourDriver& tour) { return tour.rows(u"versionTable"_s) > 0; }, 40},
        {u"publish-history-before"_s,
            [](TourDriver& tour) {
                tour.dress(u"dark"_s);
                tour.speak(u"en"_s);
                tour.choose(u"versionAgainst"_s, 1);
            },
            [](TourDriver& tour) { return tour.isVisible(u"versionDiff"_s); }},
        {{},
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.speak(u"uk"_s);
            },
            {}},
    };
}

} // namespace nc::gui
