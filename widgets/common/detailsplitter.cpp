#include "widgets/common/detailsplitter.h"

#include "widgets/common/layoutmemory.h"
#include "widgets/style/metrics.h"

using namespace Qt::StringLiterals;

namespace nc {

/// Below this height two parts do not stand one over the other.
static constexpr int lowest = 400;
static constexpr int narrowestBeside = 800;

DetailSplitter::DetailSplitter(const QString& name, QWidget* main, QWidget* detail, QWidget* parent)
    : QSplitter(parent)
    , m_besideFrom(metrics::wideLayout - metrics::railWidth)
{
    setObjectName(name);
    setChildrenCollapsible(false);
    addWidget(main);
    addWidget(detail);
    main->setMinimumSize(240, 120);
    detail->setMinimumSize(240, 120);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        const QList<int> parts = sizes();
        const int whole = parts.value(0) + parts.value(1);
        LayoutMemory* memory = LayoutMemory::of(this);
        if (memory && whole > 0)
            memory->setValue(key(), double(parts.value(1)) / whole);
    });
}

QString DetailSplitter::key() const
{
    return u"split."_s + objectName() + (orientation() == Qt::Horizontal ? u".beside"_s : u".below"_s);
}

void DetailSplitter::setDetailVisible(bool visible)
{
    if (widget(1)->isVisibleTo(this) == visible)
        return;
    widget(1)->setVisible(visible);
    if (visible)
        applyShare();
}

bool DetailSplitter::isDetailVisible() const
{
    return widget(1)->isVisibleTo(this);
}

void DetailSplitter::arrange()
{
    const bool wide = width() >= m_besideFrom;
    // In a low window nothing but its head would be seen of a detail below.
    const bool low = height() < lowest && width() >= narrowestBeside;
    const Qt::Orientation wanted = wide || low ? Qt::Horizontal : Qt::Vertical;
    if (wanted == orientation())
        return;
    setOrientation(wanted);
    applyShare();
}

void DetailSplitter::applyShare()
{
    const LayoutMemory* memory = LayoutMemory::of(this);
    const double usual = orientation() == Qt::Horizontal ? m_beside : m_below;
    const double share = qBound(0.1, memory ? memory->value(key()).toDouble(usual) : usual, 0.9);
    const int whole = orientation() == Qt::Horizontal ? width() : height();
    const int detail = int(whole * share);
    setSizes({whole - detail, detail});
}

void DetailSplitter::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

void DetailSplitter::showEvent(QShowEvent* event)
{
    QSplitter::showEvent(event);
    arrange();
    if (!m_shown)
        applyShare();
    m_shown = true;
}

} // namespace nc
