#include "cli/channels/setemailcommand.h"

#include "channels/channelchange.h"
#include "channels/channelsecrets.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsSetEmailCommand::options() const
{
    return {{u"type"_s, u"internal|external"_s, tr_("the platform's server, or an external one")},
        {u"host"_s, u"HOST"_s, tr_("the external server")},
        {u"port"_s, u"PORT"_s, tr_("its port: 25 or 587 (STARTTLS), 465 (TLS)")},
        {u"address"_s, u"ADDRESS"_s, tr_("sender and user name")},
        {u"vault-path"_s, u"PATH"_s, tr_("where the platform's vault holds the password")},
        {u"vault-key"_s, u"KEY"_s, tr_("the password's key in that place")}, passwordOption(),
        {u"move-password"_s, {}, tr_("take the old password out of the file, into the secret store")}, registryOption(),
        dryRunOption()};
}

int ChannelsSetEmailCommand::run(const Arguments& arguments, Environment& env)
{
    EmailChange change;
    const QString type = arguments.value(u"type"_s);
    if (arguments.has(u"type"_s)) {
        change.type = type == u"internal" ? EmailSettings::Type::Internal : EmailSettings::Type::External;
    } else if (!(arguments.has(u"host"_s) || arguments.has(u"port"_s) || arguments.has(u"address"_s)
                   || arguments.has(u"vault-path"_s) || arguments.has(u"vault-key"_s)
                   || arguments.has(u"password-stdin"_s) || arguments.has(u"move-password"_s))) {
        return env.usage(tr_("name --type internal or --type external"));
    }
    if (arguments.has(u"host"_s))
        change.host = arguments.value(u"host"_s);
    if (arguments.has(u"address"_s))
        change.address = arguments.value(u"address"_s);
    if (arguments.has(u"vault-path"_s))
        change.vaultPath = arguments.value(u"vault-path"_s);
    if (arguments.has(u"vault-key"_s))
        change.vaultKey = arguments.value(u"vault-key"_s);
    for (const QString& text : {change.vaultPath.value_or(u"x"_s), change.vaultKey.value_or(u"x"_s)}) {
        if (text.isEmpty() || text.contains(u' ') || text.contains(u'\n'))
            return env.usage(tr_("“%1” is not a place in the vault").arg(text));
    }
    if (const auto port = arguments.number(u"port"_s))
        change.port = static_cast<int>(*port);
    auto file = loadForWriting(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    YamlDocument changed = *file->document();
    auto secret = typedSecret(
        arguments, env, type == u"external" && file->settings().email.type != EmailSettings::Type::External);
    if (!secret)
        return failChange(secret.error(), env);
    const bool move = arguments.has(u"move-password"_s);
    if (move) {
        const auto password = takeLegacyPassword(changed);
        if (!password)
            return env.fail(password.error());
        if (!*secret)
            *secret = *password;
    }
    const auto vault = *secret ? vaultOf(arguments, env) : Result<std::optional<VaultTarget>>();
    if (!vault)
        return env.fail(vault.error());
    VaultPlace place;
    if (*vault) {
        // What was named outright stays; the rest is made.
        place = newMailPlace(
            (*vault)->mount, channelsecrets::registryName(changed, registryOf(*file)), QDateTime::currentDateTimeUtc());
        const QString oldKey = file->settings().email.vaultKey;
        place.path = change.vaultPath.value_or(place.path);
        place.key = change.vaultKey.value_or(oldKey.isEmpty() ? place.key : oldKey);
        change.vaultPath = place.path;
        change.vaultKey = place.key;
    }
    if (change != EmailChange()) {
        if (const auto done = applyEmail(changed, change); !done)
            return failChange(done.error(), env);
    }
    // Kept before the file is written: a password that is neither here nor there would be lost.
    if (*secret) {
        const QString key = channelsecrets::emailKey(registryOf(*file));
        if (const int code = keepSecret(arguments, env, *vault, key, place, **secret); code != exitcode::done)
            return code;
    }
    if (move && !arguments.has(u"dry-run"_s))
        env.say(tr_("The history of the repository still holds the password: change it at the mail server, too."));
    return finish(*file, changed, arguments, env);
}

} // namespace nc::cli
