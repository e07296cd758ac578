#include "cli/profiles/showcommand.h"

#include "connections/profilesecrets.h"
#include "connections/profilestore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void showTable(const QJsonObject& object, const QString& prefix, Environment& env)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix + it.key();
        if (it->isObject())
            showTable(it->toObject(), name + u'.', env);
        else if (it->isBool())
            env.out().line(name.leftJustified(26) + (it->toBool() ? tr_("yes") : tr_("no")));
        else if (it->isArray())
            env.out().line(name.leftJustified(26) + it->toVariant().toStringList().join(u", "_s));
        else if (!it->toString().isEmpty())
            env.out().line(name.leftJustified(26) + it->toString());
    }
}

} // namespace

QStringList ProfilesShowCommand::words() const
{
    return {u"profiles"_s, u"show"_s};
}

QString ProfilesShowCommand::summary() const
{
    return tr_("one profile, without its passwords");
}

QStringList ProfilesShowCommand::positionals() const
{
    return {u"[NAME]"_s};
}

int ProfilesShowCommand::run(const Arguments& arguments, Environment& env)
{
    const ProfileStore store(env.configFolder());
    const auto profile = arguments.positional.isEmpty() ? env.profile() : store.resolve(arguments.positional.first());
    if (!profile)
        return env.fail(profile.error());
    QJsonObject object = profile->toJson();
    const auto active = store.active();
    object.insert(u"active"_s, active && *active == profile->name);
    const auto secrets = loadSecrets(*env.secretStore(), *profile, env.task());
    if (secrets) {
        QJsonArray kept;
        const std::pair<QString, QString> all[] = {{u"kafka"_s, secrets->kafka}, {u"key"_s, secrets->key},
            {u"registry"_s, secrets->registry}, {u"database"_s, secrets->database}, {u"service"_s, secrets->service},
            {u"vault"_s, secrets->vault}};
        for (const auto& [name, secret] : all) {
            if (!secret.isEmpty())
                kept.append(name);
        }
        object.insert(u"passwords"_s, kept);
    } else {
        env.say(describe(secrets.error(), env.language));
    }
    if (env.json)
        env.out().json(object);
    else
        showTable(object, {}, env);
    return exitcode::done;
}

} // namespace nc::cli
