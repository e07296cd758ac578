#include "widgets/failures/coursedelegate.h"

#include "failures/lists/failuremodels.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QPainter>

#include <algorithm>

namespace nc {

void CourseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    CellDelegate::paint(painter, option, index);
    const auto course = index.data(FailureGroupModel::CourseRole).value<QList<qint64>>();
    const qint64 most = course.isEmpty() ? 0 : *std::ranges::max_element(course);
    if (most == 0)
        return;
    const Colors& c = colorsFor(option.palette);
    const QRectF room = QRectF(option.rect).adjusted(metrics::unit, metrics::half + 1, -metrics::unit, -metrics::half);
    const double step = room.width() / double(course.size());
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), c.border);
    for (qsizetype i = 0; i < course.size(); ++i) {
        if (course[i] == 0)
            continue;
        // The smallest one is still seen.
        const double height = std::max(2.0, room.height() * double(course[i]) / double(most));
        painter->fillRect(
            QRectF(room.left() + double(i) * step, room.bottom() - height, std::max(1.5, step - 1), height), c.accent);
    }
    painter->restore();
}

} // namespace nc
