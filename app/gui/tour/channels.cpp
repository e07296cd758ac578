#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

using namespace Qt::StringLiterals;

namespace nc::gui {

/// The administrator: another mail server, what it changes, saved, offered as a commit.
TourSteps channelsSteps()
{
    return {
        {u"channels"_s, [](TourDriver& tour) { tour.goTo(PageId::Channels); },
            [](TourDriver& tour) { return tour.isVisible(u"emailHost"_s) && tour.isVisible(u"channelsYaml"_s); }},
        {u"channels-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {{}, [](TourDriver& tour) { tour.dress(u"light"_s); }, {}},
        {u"channels-wrong-host"_s, [](TourDriver& tour) { tour.type(u"emailHost"_s, u"smtp.example.gov.ua:"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"emailHostProblem"_s); }},
        {{},
            [](TourDriver& tour) {
                tour.type(u"emailHost"_s, u"smtp.example.gov.ua"_s);
                tour.type(u"emailPort"_s, u"465"_s);
            },
            [](TourDriver& tour) { return tour.isEnabled(u"channelsSaveButton"_s); }},
        {u"channels-difference"_s, [](TourDriver& tour) { tour.tab(u"channelsTabs"_s, 1); },
            [](TourDriver& tour) { return tour.isVisible(u"channelsDiff"_s); }},
        {u"channels-cluster"_s, [](TourDriver& tour) { tour.tab(u"channelsTabs"_s, 2); },
            [](TourDriver& tour) { return tour.isVisible(u"channelsCluster"_s); }},
        {u"channels-connection"_s, [](TourDriver& tour) { tour.tab(u"channelsTabs"_s, 4); },
            [](TourDriver& tour) { return tour.isVisible(u"channelsConnection"_s); }},
        {u"channels-save"_s, [](TourDriver& tour) { tour.click(u"channelsSaveButton"_s); },
            [](TourDriver& tour) { return tour.isEnabled(u"saveConfirm"_s); }},
        {{}, [](TourDriver& tour) { tour.click(u"saveConfirm"_s); },
            [](TourDriver& tour) {
                return !tour.isVisible(u"saveDialog"_s) && tour.isEnabled(u"channelsCommitButton"_s);
            }},
        {u"channels-commit"_s, [](TourDriver& tour) { tour.click(u"channelsCommitButton"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"commitDialog"_s) && tour.isEnabled(u"commitConfirm"_s); }},
        {u"channels-committed"_s, [](TourDriver& tour) { tour.click(u"commitConfirm"_s); },
            [](TourDriver& tour) {
                return !tour.isVisible(u"commitDialog"_s) && !tour.isEnabled(u"channelsCommitButton"_s);
            }},
    };
}

} // namespace nc::gui
