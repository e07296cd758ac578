#include "channels/clusterresources.h"

#include "channels/netnames.h"
#include "yaml/yamlscalar.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString head(const QString& api, const QString& kind, const QString& name)
{
    return u"apiVersion: %1\nkind: %2\nmetadata:\n  name: %3\n"_s.arg(api, kind, name);
}

QString scalar(const QString& text)
{
    return QString::fromUtf8(yamlScalarText(YamlValue::string(text), YamlNode::Style::Plain, false, false));
}

/// The service's own configuration, indented as the text of the ConfigMap's file.
QString configuration(const ChannelSettings& settings)
{
    const EmailSettings& email = settings.email;
    QStringList lines;
    if (email.type == EmailSettings::Type::Internal || email.type == EmailSettings::Type::External) {
        const bool external = email.type == EmailSettings::Type::External;
        const bool startTls = external && email.port && mailEncryption(*email.port) == MailEncryption::StartTls;
        const auto yesNo = [](bool on) { return on ? u"true"_s : u"false"_s; };
        lines << u"notifications:"_s << u"  email:"_s
              << u"    host: "_s + (external ? scalar(email.host) : u"platform-mail-server"_s)
              << u"    port: "_s + (external ? email.portText : u"25"_s) << u"    properties:"_s
              << u"      mail.transport.protocol: smtp"_s << u"      mail.smtp.auth: "_s + yesNo(external)
              << u"      mail.smtp.starttls.enable: "_s + yesNo(startTls);
        if (external && email.port && mailEncryption(*email.port) == MailEncryption::Tls)
            lines << u"      mail.smtp.ssl.enable: true"_s;
    }
    if (settings.diia.present && !settings.diia.url.isEmpty())
        lines << u"external-systems:"_s << u"  diia:"_s << u"    url: "_s + scalar(settings.diia.url);
    QString text;
    for (const QString& line : lines)
        text += u"    "_s + line + u'\n';
    return text;
}

ClusterResource serviceEntry(const QString& name, const QString& host, int port, const QString& protocol)
{
    return {u"ServiceEntry"_s, name,
        head(u"networking.istio.io/v1beta1"_s, u"ServiceEntry"_s, name)
            + u"spec:\n  hosts:\n  - %1\n  location: MESH_EXTERNAL\n  ports:\n  - number: %2\n    name: %3\n    protocol: %4\n  resolution: DNS\n"_s
                  .arg(netnames::ascii(host))
                  .arg(port)
                  .arg(protocol.toLower(), protocol)};
}

} // namespace

QList<ClusterResource> clusterResources(const ChannelSettings& settings)
{
    QList<ClusterResource> out;
    const EmailSettings& email = settings.email;
    const bool external = email.type == EmailSettings::Type::External;
    const bool diia = settings.diia.present && !settings.diia.url.isEmpty();
    const QString name = u"notification-service-channel-configuration"_s;
    const QString file = configuration(settings);
    out.append({u"ConfigMap"_s, name,
        head(u"v1"_s, u"ConfigMap"_s, name)
            + (file.isEmpty() ? u"data: {}\n"_s : u"data:\n  channel-configuration.yml: |\n"_s + file)});

    QString secrets;
    if (external) {
        secrets += u"  notifications.email.username: "_s
            + (email.address.isEmpty() ? u"(missing)"_s : scalar(email.address)) + u'\n';
        secrets += u"  notifications.email.password: "_s
            + (email.vaultPath.isEmpty() && !email.hasPassword ? u"(missing)\n"_s : u"(hidden)\n"_s);
    }
    if (diia) {
        const bool there = !settings.diia.secret.isEmpty() || settings.diia.hasOpenSecret;
        secrets += u"  external-systems.diia.auth.secret.token: "_s + (there ? u"(hidden)\n"_s : u"(missing)\n"_s);
    }
    out.append({u"Secret"_s, name,
        head(u"v1"_s, u"Secret"_s, name) + (secrets.isEmpty() ? u"stringData: {}\n"_s : u"stringData:\n"_s + secrets)});

    if (external && !email.host.isEmpty() && email.port)
        out.append(serviceEntry(u"external-mail-server"_s, email.host, *email.port, u"TCP"_s));
    if (diia) {
        const QUrl url(settings.diia.url);
        const bool https = url.scheme() != u"http";
        out.append(serviceEntry(
            u"diia-notification-service"_s, url.host(), url.port(https ? 443 : 80), https ? u"HTTPS"_s : u"HTTP"_s));
    }
    return out;
}

} // namespace nc
