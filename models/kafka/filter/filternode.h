#pragma once

#include "core/epochms.h"

#include <QList>
#include <QString>

#include <optional>

namespace nc {

/// One step of a path in a JSON value: `.name`, `[3]`, `[*]`.
struct FilterStep {
    enum class Kind { Member, Index, All };
    Kind kind = Kind::Member;
    QString name;
    qint64 index = 0;

    friend bool operator==(const FilterStep&, const FilterStep&) = default;
};

/// What a comparison looks at.
struct FilterField {
    enum class Kind {
        Anywhere, ///< a bare word: key, value and header values
        Key,
        Value,
        Partition,
        Offset,
        Timestamp,
        Size,
        Header, ///< any header called `name`
        Path, ///< `path` in the JSON value
        Extra, ///< a field of the caller's, called `name` (`state`, `cause.exception`, …)
    };
    Kind kind = Kind::Anywhere;
    QString name;
    QList<FilterStep> path;

    friend bool operator==(const FilterField&, const FilterField&) = default;
    QString toString() const;
};

enum class FilterOperator {
    Contains,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches, ///< regular expression
    Exists, ///< `field: *`
    IsNull, ///< `field = null`
    IsNotNull, ///< `field != null`
};

struct FilterComparison {
    FilterField field;
    FilterOperator op = FilterOperator::Contains;
    QString text; ///< the value, or the pattern
    bool quoted = false; ///< text, even where it looks like a number
    bool ignoreCase = false; ///< `/…/i`
    std::optional<EpochMs> time; ///< the value as a time, for `timestamp`

    friend bool operator==(const FilterComparison&, const FilterComparison&) = default;
};

struct FilterNode {
    enum class Kind { All, And, Or, Not, Comparison };
    Kind kind = Kind::All;
    QList<FilterNode> children;
    FilterComparison comparison;

    /// The filter in its plainest writing.
    QString toString() const;

    friend bool operator==(const FilterNode&, const FilterNode&) = default;
};

} // namespace nc
