#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

TourSteps templatesSteps()
{
    return {
        {u"templates"_s, [](TourDriver& tour) { tour.goTo(PageId::Templates); },
         [](TourDriver& tour) { return tour.isVisible(u"templatesPage"_s); }},
    };
}

} // namespace nc::gui
