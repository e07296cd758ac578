#pragma once

#include <QString>

#include <optional>

namespace nc {

/// One stay of a record in a topic from which it was dead-lettered. What a header did not say is empty or nothing.
struct Hop {
    QString topic;
    std::optional<qint32> partition;
    std::optional<qint64> offset;
    std::optional<qint64> timestamp; ///< epoch milliseconds
    QString timestampType;
    QString group;

    friend bool operator==(const Hop&, const Hop&) = default;
};

} // namespace nc
