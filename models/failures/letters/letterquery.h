#pragma once

#include "core/epochms.h"
#include "failures/facts/offsetselection.h"
#include "failures/letters/letterstate.h"
#include "kafka/filter/recordfilter.h"

#include <QString>

#include <optional>

namespace nc {

/// Which dead letters are wanted. A plain value; LetterMatcher evaluates it.
struct LetterQuery {
    QString topic;
    OffsetSelection offsets; ///< empty: all
    RecordFilter filter;
    std::optional<LetterState> state;
    std::optional<EpochMs> since; ///< by the dead letter's own time

    friend bool operator==(const LetterQuery&, const LetterQuery&) = default;
};

} // namespace nc
