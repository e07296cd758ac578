#pragma once

#include "failures/facts/offsetselection.h"

namespace nc {

/// Which failures something is to be done with.
struct FailureScope {
    OffsetSelection selected; ///< rows
    qint64 selectedCount = 0;
    OffsetSelection groups; ///< all rows of the chosen groups
    qint64 groupsCount = 0;
    QString groupName;
    OffsetSelection shown; ///< all that the filter lets through; empty when nothing is filtered
    qint64 shownCount = 0;
};

} // namespace nc
