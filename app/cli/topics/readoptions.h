#pragma once

#include "cli/command.h"
#include "kafka/filter/recordfilter.h"
#include "kafka/reading/readrequest.h"

namespace nc::cli {

/// What `topics read` and `topics wait` share: the range and the filter, out of the options.
struct ReadOptions {
    ReadRequest request;
    RecordFilter filter;

    static QList<OptionSpec> specs();
    /// The exit code of wrong usage, after having said what is wrong; nothing when all is well.
    std::optional<int> take(const Arguments& arguments, Environment& env);
};

/// A whole number that is at least `minimum`, or nothing.
std::optional<qint64> wholeNumber(const QString& text, qint64 minimum);

} // namespace nc::cli
