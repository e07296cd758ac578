#include "cli/channels/setdiiacommand.h"

#include "channels/channelchange.h"
#include "channels/channelsecrets.h"
#include "channels/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsSetDiiaCommand::options() const
{
    return {{u"url"_s, u"URL"_s, tr_("the address of Diia's API")},
        {u"secret"_s, u"PLACE"_s, tr_("where the platform's vault holds the partner's token: vault:PATH")},
        {u"move-token"_s, {}, tr_("take an open token out of the file; it is kept in the vault or the keychain")},
        {u"remove"_s, {}, tr_("take the channel out of the file")}, passwordOption(), registryOption(), dryRunOption()};
}

int ChannelsSetDiiaCommand::run(const Arguments& arguments, Environment& env)
{
    const bool remove = arguments.has(u"remove"_s);
    const bool move = arguments.has(u"move-token"_s);
    const bool secretOnly = move || arguments.has(u"secret"_s) || arguments.has(u"password-stdin"_s);
    if (remove ? arguments.has(u"url"_s) || secretOnly : !arguments.has(u"url"_s) && !secretOnly)
        return env.usage(tr_("name --url (or --remove)"));
    auto file =
        loadForWriting(arguments, env, Operation::SetChannel, {u"url"_s, u"secret"_s, u"move-token"_s, u"remove"_s});
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    YamlDocument changed = *file->document();
    DiiaChange change;
    change.url = arguments.value(u"url"_s);
    if (arguments.has(u"url"_s) && change.url.isEmpty())
        return env.usage(tr_("--url is empty"));
    if (!remove && change.url.isEmpty() && file->settings().diia.url.isEmpty())
        return failChange(Error{errors::missingSetting, u"url"_s, {}}, env);
    if (arguments.has(u"secret"_s))
        change.secret = arguments.value(u"secret"_s);
    auto secret = typedSecret(arguments, env, !remove && !file->settings().diia.present);
    if (!secret)
        return failChange(secret.error(), env);
    if (move) {
        // Where a place in the vault is known, it is written over the token; else the key goes.
        YamlDocument without = changed;
        const auto token = takeOpenToken(without);
        if (!token)
            return env.fail(token.error());
        if (!*secret)
            *secret = *token;
        if (!change.secret)
            changed = without;
    }
    const auto vault = *secret ? vaultOf(arguments, env) : Result<std::optional<VaultTarget>>();
    if (!vault)
        return env.fail(vault.error());
    VaultPlace place;
    if (*vault) {
        place = newDiiaPlace(
            (*vault)->mount, channelsecrets::registryName(changed, registryOf(*file)), QDateTime::currentDateTimeUtc());
        if (change.secret)
            place.path = change.secret->section(u':', 1);
        else
            change.secret = u"vault:"_s + place.path;
    }
    if (const auto done = remove ? removeDiia(changed) : applyDiia(changed, change); !done)
        return failChange(done.error(), env);
    if (*secret) {
        const QString key = channelsecrets::diiaKey(registryOf(*file));
        if (const int code = keepSecret(arguments, env, *vault, key, place, **secret); code != exitcode::done)
            return code;
    }
    if (move && !arguments.has(u"dry-run"_s))
        env.say(tr_("The history of the repository still holds the token: ask Diia for a new one."));
    return finish(*file, changed, arguments, env);
}

} // namespace nc::cli
