#pragma once

#include "channels/valuesfile.h"
#include "cli/command.h"

namespace nc::cli {

/// What the verbs of `channels` have in common: the file comes from --registry, else from the profile.
class ChannelsCommand : public Command {
protected:
    static OptionSpec registryOption();
    static OptionSpec dryRunOption();

    /// errors::noRegistry when neither names one.
    static Result<ValuesFile> loadValues(const Arguments& arguments, Environment& env);
    /// The same for a verb that writes: a read-only profile refuses.
    static Result<ValuesFile> loadForWriting(const Arguments& arguments, Environment& env);

    /// Shows the diff on stdout with --dry-run, else writes the file and says what changed. Gives the exit code.
    static int finish(ValuesFile& file, const YamlDocument& changed, const Arguments& arguments, Environment& env);
    /// The code for an error of a change: bad values are wrong usage, all else is a failure.
    static int failChange(const Error& error, Environment& env);
};

} // namespace nc::cli
