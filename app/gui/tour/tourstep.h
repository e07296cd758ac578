#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace nc::gui {

class TourDriver;

/// One step of the walk through the window: do something as a person would, wait until it shows, take a picture.
struct TourStep {
    QString name; ///< of the picture, "templates-edit"; empty: no picture
    std::function<void(TourDriver&)> act; ///< may be empty
    std::function<bool(TourDriver&)> ready; ///< asked every 20 ms until true; empty: at once
    int seconds = 20; ///< the step fails when it is not ready by then
};
using TourSteps = QList<TourStep>;

// One file each in app/gui/tour.
TourSteps overviewSteps();
TourSteps channelsSteps();
TourSteps templatesSteps();
TourSteps topicsSteps();
TourSteps failuresSteps();
TourSteps activitySteps();
TourSteps narrowSteps();

} // namespace nc::gui
