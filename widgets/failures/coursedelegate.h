#pragma once

#include "widgets/table/celldelegate.h"

namespace nc {

/// Paints FailureGroupModel::CourseRole as a row of small bars, in the theme's colours.
class CourseDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace nc
