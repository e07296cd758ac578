#include "widgets/overview/timelinechart.h"

#include "widgets/common/timewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLocale>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

using namespace Qt::StringLiterals;

namespace nc {

TimelineChart::TimelineChart(QWidget* parent)
    : QWidget(parent)
{
    setMinimumHeight(144);
    new QVBoxLayout(this);
    layout()->setContentsMargins(0, 0, 0, 0);
}

void TimelineChart::setTitle(const QString& title)
{
    m_title = title;
    if (m_view)
        m_view->setAccessibleName(title);
}

void TimelineChart::setData(const QList<EpochMs>& days, const QList<Series>& series)
{
    m_days = days;
    m_series = series;
    rebuild();
}

/// Steps from strong to light of what differs enough side by side; the legend names them.
static QColor shade(const Colors& c, qsizetype index)
{
    const QList<QColor> hues{c.error, c.warning, c.accent, c.ok, c.neutral, c.syntaxWord};
    return hues[index % hues.size()];
}

static void dress(QAbstractAxis* axis, const Colors& c)
{
    axis->setLabelsFont(textFont(TextSize::Caption));
    axis->setLabelsColor(c.muted);
    axis->setLinePenColor(c.border);
    axis->setGridLineColor(c.border);
}

void TimelineChart::rebuild()
{
    const Colors& c = colorsFor(palette());
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setFont(textFont(TextSize::Caption));
    chart->legend()->setLabelColor(c.text);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeCircle);

    auto* bars = new QStackedBarSeries;
    bars->setBarWidth(0.6);
    qint64 highest = 0;
    QStringList summary;
    for (qsizetype day = 0; day < m_days.size(); ++day) {
        qint64 sum = 0;
        for (const Series& s : std::as_const(m_series))
            sum += s.counts.value(day);
        highest = qMax(highest, sum);
    }
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        auto* set = new QBarSet(m_series[i].name);
        set->setColor(shade(c, i));
        set->setBorderColor(c.base);
        qint64 sum = 0;
        for (const qint64 count : std::as_const(m_series[i].counts)) {
            set->append(double(count));
            sum += count;
        }
        summary.append(m_series[i].name + u": "_s + groupedNumber(sum));
        bars->append(set);
    }
    chart->addSeries(bars);
    connect(bars, &QStackedBarSeries::hovered, this, [this](bool on, int index, QBarSet* set) {
        if (!on)
            return QToolTip::hideText();
        const QDateTime day = QDateTime::fromMSecsSinceEpoch(m_days.value(index));
        QToolTip::showText(QCursor::pos(),
            tr("%1, %2: %3")
                .arg(QLocale().toString(day.date(), u"d MMM"_s), set->label(), groupedNumber(qint64(set->at(index)))));
    });

    auto* across = new QBarCategoryAxis;
    QStringList names;
    for (const EpochMs day : std::as_const(m_days))
        names.append(QLocale().toString(QDateTime::fromMSecsSinceEpoch(day).date(), u"d MMM"_s));
    across->append(names);
    dress(across, c);
    across->setGridLineVisible(false);
    auto* up = new QValueAxis;
    up->setLabelFormat(u"%d"_s);
    up->setTickCount(3);
    // Whole numbers at every tick.
    up->setRange(0, double(qMax<qint64>(2, highest + (highest % 2))));
    dress(up, c);
    up->setLineVisible(false);
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    bars->attachAxis(across);
    bars->attachAxis(up);

    if (!m_view) {
        m_view = new QChartView(this);
        m_view->setRenderHint(QPainter::Antialiasing);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setBackgroundBrush(Qt::NoBrush);
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->viewport()->setAutoFillBackground(false);
        layout()->addWidget(m_view);
    }
    QChart* old = m_view->chart();
    m_view->setChart(chart);
    delete old;
    m_view->setAccessibleName(m_title);
    m_view->setAccessibleDescription(summary.join(u", "_s));
}

void TimelineChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (m_view && (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange))
        rebuild();
}

} // namespace nc
