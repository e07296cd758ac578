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
    /// `from`: where reading begins unless --from says so.
    static Typed<ReadOptions> read(const Arguments& arguments, const ReadFrom& from, Language language);
};

} // namespace nc::cli
