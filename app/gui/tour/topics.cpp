#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

/// A topic: the list, the newest records, a filter, one record with its headers.
TourSteps topicsSteps()
{
    return {
        {u"topics"_s, [](TourDriver& tour) { tour.goTo(PageId::Topics); },
            [](TourDriver& tour) { return tour.rows(u"topicTable"_s) > 5; }, 30},
        {u"topics-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {{}, [](TourDriver& tour) { tour.dress(u"light"_s); }, {}},
        {u"records"_s,
            [](TourDriver& tour) {
                (void)tour.clickRow(u"topicTable"_s, u"user-notifications"_s);
                tour.press(tour.find(u"topicTable"_s), Qt::Key_Return);
            },
            [](TourDriver& tour) { return tour.rows(u"recordTable"_s) > 0; }, 30},
        {u"records-filter"_s,
            [](TourDriver& tour) {
                tour.type(u"recordFilter"_s, u"notification.templateName: decided"_s);
                tour.press(tour.find(u"recordFilter"_s), Qt::Key_Return);
            },
            [](TourDriver& tour) { return tour.rows(u"recordTable"_s) > 0; }, 30},
        {u"record"_s, [](TourDriver& tour) { (void)tour.clickRow(u"recordTable"_s, {}); },
            [](TourDriver& tour) { return tour.isVisible(u"recordValue"_s); }, 30},
        {u"record-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {{}, [](TourDriver& tour) { tour.dress(u"light"_s); }, {}},
        {u"record-headers"_s, [](TourDriver& tour) { tour.tab(u"recordTabs"_s, 1); },
            [](TourDriver& tour) { return tour.isVisible(u"recordHeaders"_s); }},
        {u"record-bytes"_s, [](TourDriver& tour) { tour.tab(u"recordTabs"_s, 2); },
            [](TourDriver& tour) { return tour.isVisible(u"recordHex"_s); }},
        {{}, [](TourDriver& tour) { tour.runAction(u"topicsBack"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"topicTable"_s); }},
    };
}

} // namespace nc::gui
