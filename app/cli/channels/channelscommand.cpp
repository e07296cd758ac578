#include "cli/channels/channelscommand.h"

#include "channels/channelsecrets.h"
#include "channels/errors.h"
#include "connections/errors.h"
#include "connections/profilesecrets.h"
#include "text/textdiff.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

OptionSpec ChannelsCommand::registryOption()
{
    return {u"registry"_s, u"DIR"_s, tr_("the clone of the registry's configuration (else the profile's)")};
}

OptionSpec ChannelsCommand::dryRunOption()
{
    return {u"dry-run"_s, {}, tr_("only print what would change, as a unified diff")};
}

OptionSpec ChannelsCommand::passwordOption()
{
    return {u"password-stdin"_s, {}, tr_("read the password or token from standard input")};
}

QString ChannelsCommand::registryOf(const ValuesFile& file)
{
    return QString(file.path()).chopped(file.relativePath().size());
}

Result<std::optional<VaultTarget>> ChannelsCommand::vaultOf(const Arguments& arguments, Environment& env)
{
    const bool named = !env.profileName.isEmpty() || qEnvironmentVariableIsSet("NOTIFYCTL_PROFILE");
    if (arguments.has(u"registry"_s) && !named)
        return std::optional<VaultTarget>();
    const auto profile = env.profile();
    if (!profile)
        return nc::fail(profile.error());
    if (profile->vault.url.isEmpty())
        return std::optional<VaultTarget>();
    const auto secrets = loadSecrets(*env.secretStore(), *profile, env.task());
    return secrets ? Result<std::optional<VaultTarget>>(vaultTarget(*profile, *secrets)) : nc::fail(secrets.error());
}

Result<std::optional<QString>> ChannelsCommand::typedSecret(const Arguments& arguments, Environment& env, bool fresh)
{
    const bool demanded = arguments.has(u"password-stdin"_s);
    const bool asked = fresh && env.inIsTerminal() && !env.yes && !env.quiet && !arguments.has(u"dry-run"_s);
    if (!demanded && !asked)
        return std::optional<QString>();
    auto secret = env.readPassword(demanded ? tr_("Password") : tr_("Password or token (empty: none yet)"));
    if (!secret)
        return nc::fail(secret.error());
    if (secret->isEmpty() && !demanded)
        return std::optional<QString>();
    return secret->isEmpty() ? nc::fail(errors::noPassword) : Result<std::optional<QString>>(std::move(*secret));
}

int ChannelsCommand::keepSecret(const Arguments& arguments, Environment& env, const std::optional<VaultTarget>& vault,
    const QString& key, const VaultPlace& place, const QString& secret)
{
    if (arguments.has(u"dry-run"_s))
        return exitcode::done;
    const auto store = env.secretStore();
    if (const auto kept = channelsecrets::keep(*store, vault, key, place, secret, env.task()); !kept)
        return env.fail(kept.error());
    env.say(vault                      ? tr_("Written to the vault: %1, key %2.").arg(place.path, place.key)
            : store->place().isEmpty() ? tr_("Kept in the keychain, for testing the connection.")
                                       : tr_("Kept encrypted in %1, for testing the connection.").arg(store->place()));
    return exitcode::done;
}

namespace {

Result<ValuesFile> loadFrom(const Arguments& arguments, const Result<Profile>& profile)
{
    const QString chosen = arguments.value(u"registry"_s);
    if (!chosen.isEmpty())
        return ValuesFile::load(chosen);
    if (!profile)
        return nc::fail(profile.error());
    if (profile->registry.isEmpty())
        return nc::fail(errors::noRegistry, profile->name);
    return ValuesFile::load(profile->registry);
}

} // namespace

Result<ValuesFile> ChannelsCommand::loadValues(const Arguments& arguments, Environment& env)
{
    return loadFrom(arguments, arguments.has(u"registry"_s) ? Result<Profile>(Profile()) : env.profile());
}

Result<ValuesFile> ChannelsCommand::loadForWriting(
    const Arguments& arguments, Environment& env, Operation operation, const QStringList& told)
{
    if (arguments.has(u"dry-run"_s))
        return loadValues(arguments, env);
    const Result<Profile> profile =
        arguments.has(u"registry"_s) ? env.profileOf(arguments.value(u"registry"_s)) : env.profile();
    if (!profile)
        return nc::fail(profile.error());
    auto file = loadFrom(arguments, profile);
    if (!file)
        return file;
    const auto pass = env.pass(*profile, operation, {file->path(), arguments.typed(told)});
    return pass ? std::move(file) : nc::fail(pass.error());
}

int ChannelsCommand::finish(ValuesFile& file, const YamlDocument& changed, const Arguments& arguments, Environment& env)
{
    const QByteArray diff = file.diff(changed);
    if (arguments.has(u"dry-run"_s)) {
        if (env.json)
            env.out().json({{u"path"_s, file.path()}, {u"changed"_s, !diff.isEmpty()},
                {u"diff"_s, QString::fromUtf8(diff)}, {u"written"_s, false}});
        else
            env.out().write(diff);
        if (diff.isEmpty())
            env.say(tr_("Nothing would change."));
        return exitcode::done;
    }
    if (const auto saved = file.save(changed, env.passed()); !saved)
        return env.fail(saved.error());
    env.counted(diff.isEmpty() ? 0 : 1);
    if (env.json)
        env.out().json({{u"path"_s, file.path()}, {u"changed"_s, !diff.isEmpty()}, {u"diff"_s, QString::fromUtf8(diff)},
            {u"written"_s, !diff.isEmpty()}});
    env.say(diff.isEmpty() ? tr_("Nothing to change: %1 is so already.").arg(file.path())
                           : tr_("Changed %1.").arg(file.path()));
    return exitcode::done;
}

int ChannelsCommand::failChange(const Error& error, Environment& env)
{
    for (const ErrorCode& code : {errors::invalidHost, errors::invalidPort, errors::invalidAddress, errors::invalidUrl,
             errors::missingSetting, errors::notForInternal, errors::noPassword, errors::invalidSecretPlace}) {
        if (error.is(code))
            return env.usage(describe(error, env.language));
    }
    return env.fail(error);
}

} // namespace nc::cli
