#include "cli/channels/showcommand.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject toJson(const ChannelSettings& settings)
{
    const EmailSettings& email = settings.email;
    const DiiaSettings& diia = settings.diia;
    const QJsonValue port = email.port ? QJsonValue(*email.port) : orNull(email.portText);
    return {{u"email"_s,
                QJsonObject{{u"type"_s, orNull(email.typeText)}, {u"host"_s, orNull(email.host)}, {u"port"_s, port},
                    {u"address"_s, orNull(email.address)}, {u"vaultPath"_s, orNull(email.vaultPath)},
                    {u"vaultKey"_s, orNull(email.vaultKey)}}},
        {u"diia"_s,
            QJsonObject{{u"url"_s, orNull(diia.url)}, {u"type"_s, orNull(diia.type)},
                {u"protocol"_s, orNull(diia.protocol)}, {u"authType"_s, orNull(diia.authType)},
                {u"secret"_s, orNull(diia.secret)}}}};
}

void line(Environment& env, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        env.out().line(u"  "_s + name.leftJustified(10) + u' ' + value);
}

} // namespace

int ChannelsShowCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    const ChannelSettings settings = file->settings();
    if (env.json) {
        env.out().json(toJson(settings));
        return exitcode::done;
    }
    const EmailSettings& email = settings.email;
    env.out().line(u"email"_s);
    line(env, u"type"_s, email.typeText.isEmpty() ? tr_("(not set)") : email.typeText);
    line(env, u"host"_s, email.host);
    line(env, u"port"_s, email.portText);
    line(env, u"address"_s, email.address);
    line(env, u"vaultPath"_s, email.vaultPath);
    line(env, u"vaultKey"_s, email.vaultKey);
    env.out().line(u"diia"_s);
    line(env, u"url"_s, settings.diia.url.isEmpty() ? tr_("(not set)") : settings.diia.url);
    line(env, u"type"_s, settings.diia.type);
    line(env, u"protocol"_s, settings.diia.protocol);
    line(env, u"auth"_s, settings.diia.authType);
    line(env, u"secret"_s, settings.diia.secret);
    env.out().line(u"inbox"_s);
    env.out().line(u"  "_s + tr_("nothing to set"));
    return exitcode::done;
}

} // namespace nc::cli
