#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

/// Every page once more, in a window as narrow as people have it beside another one.
TourSteps narrowSteps()
{
    const auto go = [](PageId page) { return [page](TourDriver& tour) { tour.goTo(page); }; };
    const auto has = [](const QString& table) { return [table](TourDriver& tour) { return tour.rows(table) > 0; }; };
    return {
        {u"narrow-overview"_s,
            [](TourDriver& tour) {
                tour.narrow(QSize(1100, 700));
                tour.goTo(PageId::Overview);
            },
            [](TourDriver& tour) { return tour.isVisible(u"kafkaCard"_s); }},
        {u"narrow-channels"_s, go(PageId::Channels), [](TourDriver& tour) { return tour.isVisible(u"emailHost"_s); }},
        {u"narrow-templates"_s, go(PageId::Templates),
            [](TourDriver& tour) { return tour.isVisible(u"templatesPage"_s); }},
        {u"narrow-topics"_s, go(PageId::Topics), has(u"topicTable"_s), 30},
        {u"narrow-records"_s,
            [](TourDriver& tour) {
                (void)tour.clickRow(u"topicTable"_s, u"user-notifications"_s);
                tour.press(tour.find(u"topicTable"_s), Qt::Key_Return);
            },
            has(u"recordTable"_s), 30},
        {u"narrow-record"_s, [](TourDriver& tour) { (void)tour.clickRow(u"recordTable"_s, {}); },
            [](TourDriver& tour) { return tour.isVisible(u"recordTabs"_s); }, 30},
        {{}, [](TourDriver& tour) { tour.runAction(u"topicsBack"_s); }, has(u"topicTable"_s)},
        {u"narrow-failures"_s, go(PageId::Failures), [](TourDriver& tour) { return tour.isVisible(u"failuresTabs"_s); },
            60},
        {u"narrow-activity"_s, go(PageId::Activity), has(u"activityTable"_s)},
        {{}, [](TourDriver& tour) { tour.widen(); }, {}},
    };
}

} // namespace nc::gui
