#include "channels/channelsettings.h"

#include "yaml/yamldocument.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString text(const YamlDocument& document, const QStringList& path)
{
    const YamlNode* node = document.resolve(path);
    return node && node->kind == YamlNode::Kind::Scalar && !node->isNull() ? node->text : QString();
}

} // namespace

MailEncryption mailEncryption(int port)
{
    return port == 465              ? MailEncryption::Tls
        : port == 25 || port == 587 ? MailEncryption::StartTls
                                    : MailEncryption::Unknown;
}

ChannelSettings channelSettings(const YamlDocument& document)
{
    ChannelSettings settings;
    EmailSettings& email = settings.email;
    const auto emailText = [&](const char16_t* name) {
        return text(document, channelkeys::emailKey(QString::fromUtf16(name)));
    };
    email.typeText = emailText(u"type");
    email.type = email.typeText == u"internal" ? EmailSettings::Type::Internal
        : email.typeText == u"external"        ? EmailSettings::Type::External
        : email.typeText.isEmpty()             ? EmailSettings::Type::None
                                               : EmailSettings::Type::Other;
    email.host = emailText(u"host");
    email.portText = emailText(u"port");
    bool isNumber = false;
    const int port = email.portText.toInt(&isNumber);
    if (isNumber && port >= 1 && port <= 65535)
        email.port = port;
    email.address = emailText(u"address");
    email.vaultPath = emailText(u"vaultPath");
    email.vaultKey = emailText(u"vaultKey");
    email.hasPassword = !emailText(u"password").isEmpty();

    DiiaSettings& diia = settings.diia;
    const auto diiaText = [&](const QStringList& names) { return text(document, channelkeys::diia + names); };
    const YamlNode* node = document.resolve(channelkeys::diia);
    diia.present = node && !node->isNull();
    diia.url = diiaText({u"url"_s});
    diia.type = diiaText({u"type"_s});
    diia.protocol = diiaText({u"protocol"_s});
    diia.authType = diiaText({u"auth"_s, u"type"_s});
    const QString secret = diiaText({u"auth"_s, u"secret"_s});
    if (secret.startsWith(u"vault:"))
        diia.secret = secret;
    else
        diia.hasOpenSecret = !secret.isEmpty();
    return settings;
}

} // namespace nc
