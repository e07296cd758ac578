#pragma once

#include "core/epochms.h"

#include <QList>
#include <QWidget>

class QChartView;

namespace nc {

/// Records by day as stacked bars, one colour a topic. Made from Qt Charts when there is something to show first.
class TimelineChart : public QWidget {
    Q_OBJECT

public:
    struct Series {
        QString name;
        QList<qint64> counts; ///< one a day
    };

    explicit TimelineChart(QWidget* parent = nullptr);
    /// The accessible name.
    void setTitle(const QString& title);
    /// `days`: start of each.
    void setData(const QList<EpochMs>& days, const QList<Series>& series);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    QString m_title;
    QChartView* m_view = nullptr;
    QList<EpochMs> m_days;
    QList<Series> m_series;
};

} // namespace nc
