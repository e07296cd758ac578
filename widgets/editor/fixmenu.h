#pragma once

#include "templates/lint/quickfix.h"

#include <QPoint>

#include <functional>

class QWidget;

namespace nc {

/// A menu of ways out of problems, the sentence of each problem as its heading; says so where there is none. Deletes
/// itself.
struct ProblemFixes {
    Problem problem;
    QList<QuickFix> fixes;
};
void showFixMenu(
    QWidget* parent, const QPoint& at, const QList<ProblemFixes>& offers, std::function<void(const QuickFix&)> take);

} // namespace nc
