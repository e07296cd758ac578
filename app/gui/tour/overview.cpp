#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc::gui {

static bool hasFigure(TourDriver& tour, const QString& card)
{
    const auto* figure = qobject_cast<const QLabel*>(tour.look(card + u"Figure"_s));
    return figure && !figure->text().isEmpty();
}

TourSteps overviewSteps()
{
    const auto allThere = [](TourDriver& tour) {
        return hasFigure(tour, u"kafkaCard"_s) && hasFigure(tour, u"databaseCard"_s)
            && hasFigure(tour, u"templatesCard"_s) && hasFigure(tour, u"deadLettersCard"_s)
            && hasFigure(tour, u"silentCard"_s);
    };
    return {
        {u"overview"_s,
            [](TourDriver& tour) {
                tour.speak(u"uk"_s);
                tour.dress(u"light"_s);
                tour.goTo(PageId::Overview);
            },
            allThere, 60},
        {u"overview-dark"_s, [](TourDriver& tour) { tour.dress(u"dark"_s); }, {}},
        {u"commands"_s,
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.click(u"paletteButton"_s);
                tour.type(u"paletteLine"_s, u"тем"_s);
            },
            [](TourDriver& tour) { return tour.rows(u"paletteList"_s) > 0; }},
        {{}, [](TourDriver& tour) { tour.press(tour.find(u"paletteLine"_s), Qt::Key_Escape); }, {}},
    };
}

} // namespace nc::gui
