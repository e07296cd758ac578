#pragma once

#include "channels/valuesfile.h"
#include "channels/vault.h"
#include "cli/command.h"

namespace nc::cli {

/// What the verbs of `channels` have in common: the file comes from --registry, else from the profile.
class ChannelsCommand : public Command {
protected:
    static OptionSpec registryOption();
    static OptionSpec dryRunOption();
    static OptionSpec passwordOption();
    /// The folder under which secrets are kept: the clone, not the file in it.
    static QString registryOf(const ValuesFile& file);
    /// The vault of the profile that was named or is in use; nothing when --registry names a folder outright, without
    /// a profile, or the profile names no vault.
    static Result<std::optional<VaultTarget>> vaultOf(const Arguments& arguments, Environment& env);
    /// Keeps a secret, in the vault at `place` or in the secret store, and says where. Gives 0, or the exit code to end
    /// with. Does nothing with --dry-run.
    static int keepSecret(const Arguments& arguments, Environment& env, const std::optional<VaultTarget>& vault,
        const QString& key, const VaultPlace& place, const QString& secret);
    /// What --password-stdin gives; without it, and when the channel is `fresh`, a person at a terminal is asked (an
    /// empty answer is none). errors::noPassword.
    static Result<std::optional<QString>> typedSecret(const Arguments& arguments, Environment& env, bool fresh);

    /// errors::noRegistry when neither names one.
    static Result<ValuesFile> loadValues(const Arguments& arguments, Environment& env);
    /// The same for a verb that writes: passes the gate, unless it is --dry-run. `told`: the options that the journal
    /// is told of.
    static Result<ValuesFile> loadForWriting(
        const Arguments& arguments, Environment& env, Operation operation, const QStringList& told);

    /// Shows the diff on stdout with --dry-run, else writes the file and says what changed. Gives the exit code.
    static int finish(ValuesFile& file, const YamlDocument& changed, const Arguments& arguments, Environment& env);
    /// The code for an error of a change: bad values are wrong usage, all else is a failure.
    static int failChange(const Error& error, Environment& env);
};

} // namespace nc::cli
