#include "channels/commitmessage.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void change(QStringList& lines, const QString& name, const QString& before, const QString& after)
{
    if (before == after)
        return;
    if (before.isEmpty())
        lines += u"- %1: %2"_s.arg(name, after);
    else if (after.isEmpty())
        lines += u"- %1 removed (was %2)"_s.arg(name, before);
    else
        lines += u"- %1: %2 (was %3)"_s.arg(name, after, before);
}

QString placeInVault(const QString& what, const QString& before, const QString& after)
{
    if (before.isEmpty())
        return u"- %1: its place in the vault"_s.arg(what);
    return after.isEmpty() ? u"- %1: no place in the vault any more"_s.arg(what)
                           : u"- %1: another place in the vault"_s.arg(what);
}

QString subject(const ChannelSettings& before, const ChannelSettings& after)
{
    const EmailSettings& email = after.email;
    const bool emailChanged = before.email != after.email;
    const bool diiaChanged = before.diia != after.diia;
    if (emailChanged && diiaChanged)
        return u"Change the notification channels email and Diia"_s;
    if (diiaChanged)
        return !after.diia.present ? u"Take out the notification channel Diia"_s
            : !before.diia.present ? u"Set up the notification channel Diia"_s
                                   : u"Change the notification channel Diia"_s;
    if (email.type == before.email.type)
        return u"Change the mail server's settings"_s;
    if (email.type == EmailSettings::Type::Internal)
        return u"Send email through the platform's mail server"_s;
    const QString long_ = u"Send email through %1"_s.arg(email.host);
    return long_.size() <= 72 && !email.host.isEmpty() ? long_ : u"Send email through an external mail server"_s;
}

} // namespace

QString commitMessage(const ChannelSettings& before, const ChannelSettings& after)
{
    if (before == after)
        return {};
    QStringList lines;
    change(lines, u"email type"_s, before.email.typeText, after.email.typeText);
    change(lines, u"host"_s, before.email.host, after.email.host);
    change(lines, u"port"_s, before.email.portText, after.email.portText);
    change(lines, u"address"_s, before.email.address, after.email.address);
    if (before.email.vaultPath != after.email.vaultPath || before.email.vaultKey != after.email.vaultKey)
        lines += placeInVault(u"password"_s, before.email.vaultPath, after.email.vaultPath);
    if (before.email.hasPassword && !after.email.hasPassword)
        lines += u"- password taken out of the file"_s;
    change(lines, u"Diia url"_s, before.diia.url, after.diia.url);
    if (before.diia.secret != after.diia.secret)
        lines += placeInVault(u"Diia token"_s, before.diia.secret, after.diia.secret);
    return subject(before, after) + (lines.isEmpty() ? QString() : u"\n\n"_s + lines.join(u'\n'));
}

} // namespace nc
