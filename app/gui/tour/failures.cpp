#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

TourSteps failuresSteps()
{
    return {
        {u"failures"_s, [](TourDriver& tour) { tour.goTo(PageId::Failures); },
         [](TourDriver& tour) { return tour.isVisible(u"failuresPage"_s); }},
    };
}

} // namespace nc::gui
