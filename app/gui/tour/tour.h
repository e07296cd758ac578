#pragma once

#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace nc::gui {

/// Walks the window through all steps, one after another, without a nested event loop. A picture of each goes to
/// `<folder>/NN-name.png`. The first step that fails ends it, with a picture of what was there instead.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(Application& application, QString folder, TourSteps steps);
    void start();
    TourDriver& driver() { return m_driver; }
    int pictures() const { return m_pictures; }

Q_SIGNALS:
    /// `failure` is empty when all went well.
    void finished(const QString& failure);

private:
    void begin();
    void look();
    void settle();
    bool save(const QString& name);
    void end(const QString& failure);

    TourDriver m_driver;
    QString m_folder;
    TourSteps m_steps;
    qsizetype m_index = 0;
    int m_pictures = 0;
    QTimer m_timer;
    QElapsedTimer m_since;
};

/// The four journeys over all pages.
TourSteps allTourSteps();

} // namespace nc::gui
