#pragma once

#include <QtGlobal>

#include <algorithm>

/// The shortest of several measurements, in milliseconds: on a machine that is busy with something else one
/// measurement says little, while code that is too slow is too slow every time. Stops once one is below `enough`.
template <class Measure>
qint64 fastestOf(int attempts, qint64 enough, Measure measure)
{
    qint64 best = measure();
    for (int i = 1; i < attempts && best >= enough; ++i)
        best = std::min(best, measure());
    return best;
}
