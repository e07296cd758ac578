#pragma once

#include "failures/facts/offsetselection.h"

#include <QModelIndex>

namespace nc {

class TraceModel;

/// What of a timeline can be sent again: open failures of one topic.
struct TraceChoice {
    QString topic; ///< audit-events, or a dead-letter topic
    OffsetSelection places;
    qint64 count = 0;
};

/// Of the row at `at`: the step itself where it is such a failure, else all of its channel or notification that stand
/// in the topic of the first.
TraceChoice traceChoice(const TraceModel& model, const QModelIndex& at);

} // namespace nc
