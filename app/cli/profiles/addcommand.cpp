#include "cli/profiles/addcommand.h"

#include "cli/profiles/connectionoptions.h"
#include "cli/profiles/passwords.h"
#include "connections/keystore.h"
#include "connections/profilestore.h"
#include "core/atomicfile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// Writes the trust store's certificates as PEM into the configuration folder.
Result<void> takeOverJks(TypedConnection& typed, Environment& env)
{
    if (typed.jks.isEmpty())
        return {};
    const auto file = readFile(typed.jks, 16 * 1024 * 1024);
    if (!file)
        return fail(file.error());
    const auto store = readJks(file->bytes, typed.jks);
    if (!store)
        return fail(store.error());
    typed.profile.kafka.ca = QDir(env.configFolder()).filePath(typed.profile.name + u"-ca.pem"_s);
    if (const auto written = writeFile(typed.profile.kafka.ca, store->certificates); !written)
        return fail(written.error());
    env.say(tr_("Certificates taken over from the key store: %1.").arg(store->trusted));
    if (store->privateKeys > 0)
        env.say(tr_("Its private keys were not: Java encrypts them in a way of its own. Convert them with “keytool "
                    "-importkeystore -srckeystore %1 -destkeystore client.p12 -deststoretype PKCS12” and give the "
                    "result with --pkcs12.")
                    .arg(typed.jks));
    return {};
}

} // namespace

QStringList ProfilesAddCommand::words() const
{
    return {u"profiles"_s, u"add"_s};
}

QString ProfilesAddCommand::summary() const
{
    return tr_("store a connection; passwords are asked for");
}

QStringList ProfilesAddCommand::positionals() const
{
    return {u"NAME"_s};
}

QList<OptionSpec> ProfilesAddCommand::options() const
{
    return connectionOptions()
        + QList<OptionSpec>{{u"password-stdin"_s, {},
            tr_("read passwords from stdin, a line each: Kafka, key, schema registry, database, access token, vault "
                "(those that apply)")}};
}

int ProfilesAddCommand::run(const Arguments& arguments, Environment& env)
{
    const QString name = arguments.positional.first();
    auto typed = readConnection(name, arguments);
    if (!typed)
        return env.usage(typed.error());
    ProfileStore store(env.configFolder());
    const auto profiles = store.list();
    if (!profiles)
        return env.fail(profiles.error());
    const auto pass = env.pass(GuardedProfile{name}, Operation::AddProfile, {name});
    if (!pass)
        return env.fail(pass.error());
    const bool taken = store.find(name).has_value();
    if (!taken) {
        if (const auto asked = askPasswords(*typed, arguments.has(u"password-stdin"_s), env); !asked)
            return env.fail(asked.error());
        if (const auto imported = takeOverJks(*typed, env); !imported)
            return env.fail(imported.error());
    }
    // Also says that the name is taken, or cannot be one.
    if (const auto added = store.add(typed->profile, **pass); !added)
        return env.fail(added.error());
    const auto secrets = env.secretStore();
    if (const auto saved = saveSecrets(*secrets, name, typed->secrets, env.task()); !saved) {
        // A profile without its password would only look as if it were complete.
        if (const auto undone = store.remove(name, **pass); !undone)
            env.fail(undone.error());
        return env.fail(saved.error());
    }
    env.say(tr_("The profile “%1” is stored. “notifyctl profiles test %1” tries it.").arg(name));
    if (typed->secrets != ProfileSecrets{} && !secrets->place().isEmpty())
        env.say(tr_("There is no keychain here: its passwords are encrypted in %1.").arg(secrets->place()));
    return exitcode::done;
}

} // namespace nc::cli
