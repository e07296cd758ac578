#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

TourSteps channelsSteps()
{
    return {
        {u"channels"_s, [](TourDriver& tour) { tour.goTo(PageId::Channels); },
         [](TourDriver& tour) { return tour.isVisible(u"channelsPage"_s); }},
    };
}

} // namespace nc::gui
