#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

TourSteps topicsSteps()
{
    return {
        {u"topics"_s, [](TourDriver& tour) { tour.goTo(PageId::Topics); },
         [](TourDriver& tour) { return tour.isVisible(u"topicsPage"_s); }},
    };
}

} // namespace nc::gui
