#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"
#include "widgets/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

TourSteps activitySteps()
{
    return {
        {u"activity"_s,
            [](TourDriver& tour) {
                tour.speak(u"uk"_s);
                tour.dress(u"light"_s);
                tour.goTo(PageId::Activity);
            },
            [](TourDriver& tour) { return tour.isVisible(u"activityTable"_s) || tour.isVisible(u"stateText"_s); }},
        {u"activity-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {u"profiles-dark"_s, [](TourDriver& tour) { Q_EMIT tour.window().manageProfiles(); },
            [](TourDriver& tour) { return tour.isVisible(u"profilesDialog"_s); }},
        {{},
            [](TourDriver& tour) {
                tour.click(u"profileCloseButton"_s);
                tour.dress(u"light"_s);
            },
            [](TourDriver& tour) { return !tour.isVisible(u"profilesDialog"_s); }},
        {u"profiles"_s, [](TourDriver& tour) { Q_EMIT tour.window().manageProfiles(); },
            [](TourDriver& tour) { return tour.isVisible(u"profilesDialog"_s); }},
        {{}, [](TourDriver& tour) { tour.click(u"profileCloseButton"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"profilesDialog"_s); }},
        {u"shortcuts"_s, [](TourDriver& tour) { tour.runAction(u"shortcutsAction"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"shortcutsDialog"_s); }},
        {{}, [](TourDriver& tour) { tour.click(u"closeButton"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"shortcutsDialog"_s); }},
        {u"about"_s, [](TourDriver& tour) { tour.runAction(u"aboutAction"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"aboutDialog"_s); }},
        {{}, [](TourDriver& tour) { tour.click(u"closeButton"_s); },
            [](TourDriver& tour) { return !tour.isVisible(u"aboutDialog"_s); }},
    };
}

} // namespace nc::gui
