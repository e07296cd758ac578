#include "cli/profiles/connectionoptions.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

using Problem = std::optional<QString>;

Problem existing(const Arguments& arguments, const QString& option, QString& member, bool folder = false)
{
    if (!arguments.has(option))
        return {};
    const QFileInfo info(arguments.value(option));
    if (folder ? !info.isDir() : !info.isFile())
        return (folder ? tr_("--%1: there is no folder %2") : tr_("--%1: there is no file %2"))
            .arg(option, arguments.value(option));
    member = info.absoluteFilePath();
    return {};
}

Problem readBootstrap(const Arguments& arguments, QString& member)
{
    if (!arguments.has(u"bootstrap"_s))
        return {};
    static const QRegularExpression server(uR"(^(?:[\w.\-]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})$)"_s);
    QStringList servers;
    for (const QString& part : arguments.value(u"bootstrap"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto match = server.match(part.trimmed());
        const int port = match.captured(1).toInt();
        if (!match.hasMatch() || port < 1 || port > 65535)
            return tr_("--bootstrap: “%1” is not host:port").arg(part.trimmed());
        servers += part.trimmed();
    }
    if (servers.isEmpty())
        return tr_("--bootstrap names no server");
    member = servers.join(u',');
    return {};
}

/// User and password inside the URL do not go into the file of profiles.
Problem readRegistry(const Arguments& arguments, TypedConnection& typed)
{
    if (!arguments.has(u"schema-registry"_s))
        return {};
    QUrl url(arguments.value(u"schema-registry"_s), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        return tr_("--schema-registry is not an http or https URL");
    typed.profile.kafka.registryUser = url.userName(QUrl::FullyDecoded);
    typed.secrets.registry = url.password(QUrl::FullyDecoded);
    url.setUserInfo({});
    typed.profile.kafka.schemaRegistry = url.toString();
    if (arguments.has(u"schema-registry-user"_s))
        typed.profile.kafka.registryUser = arguments.value(u"schema-registry-user"_s);
    return {};
}

Problem readService(const Arguments& arguments, QString& member)
{
    if (!arguments.has(u"service"_s))
        return {};
    const QUrl url(arguments.value(u"service"_s), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        return tr_("--service is not an http or https URL");
    if (!url.userInfo().isEmpty())
        return tr_("--service: leave the token out, it is asked for");
    member = url.toString();
    return {};
}

/// The same for the connection string, as URI or as words.
Problem readDatabase(const Arguments& arguments, TypedConnection& typed)
{
    QString text = arguments.value(u"database"_s).trimmed();
    if (text.startsWith(u"jdbc:"))
        return tr_("--database is libpq's own form: host=… dbname=… user=…, or postgresql://user@host/name");
    if (text.startsWith(u"postgres://") || text.startsWith(u"postgresql://")) {
        QUrl url(text);
        if (!url.isValid())
            return tr_("--database is not a valid URI");
        typed.secrets.database = url.password(QUrl::FullyDecoded);
        url.setPassword({});
        text = url.toString(QUrl::FullyEncoded);
        static const QRegularExpression inQuery(u"[?&]password="_s);
        if (inQuery.match(text).hasMatch())
            return tr_("--database: leave the password out, it is asked for");
    } else {
        static const QRegularExpression word(uR"((?:^|\s)password\s*=\s*('(?:[^'\\]|\\.)*'|\S*))"_s);
        const auto match = word.match(text);
        if (match.hasMatch()) {
            QString value = match.captured(1);
            if (value.startsWith(u'\''))
                value = value.sliced(1, value.size() - 2);
            static const QRegularExpression escape(uR"(\\(.))"_s);
            typed.secrets.database = value.replace(escape, u"\\1"_s);
            text.remove(match.capturedStart(), match.capturedLength());
            text = text.trimmed();
        }
        if (!text.isEmpty() && !text.contains(u'='))
            return tr_("--database is host=… dbname=… user=…, or postgresql://user@host/name");
    }
    typed.profile.database = text;
    return {};
}

Problem readVault(const Arguments& arguments, VaultConnection& vault)
{
    if (!arguments.has(u"vault"_s)) {
        const bool rest =
            arguments.has(u"vault-mount"_s) || arguments.has(u"vault-role"_s) || arguments.has(u"vault-ca"_s);
        return rest ? Problem(tr_("--vault-mount, --vault-role and --vault-ca need --vault")) : Problem();
    }
    const QUrl url(arguments.value(u"vault"_s), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        return tr_("--vault is not an http or https URL");
    if (!url.userInfo().isEmpty() || url.hasQuery())
        return tr_("--vault: leave the token out, it is asked for");
    const QString host = url.host();
    if (url.scheme() == u"http" && host != u"localhost" && host != u"::1" && !host.startsWith(u"127."))
        return tr_("--vault: http would carry the passwords for everybody to read; https, or a port-forward, does not");
    vault.url = url.toString();
    while (vault.url.endsWith(u'/'))
        vault.url.chop(1);
    vault.role = arguments.value(u"vault-role"_s);
    static const QRegularExpression name(uR"(^[\w.\-]+(/[\w.\-]+)*$)"_s);
    if (arguments.has(u"vault-mount"_s))
        vault.mount = arguments.value(u"vault-mount"_s);
    if (!name.match(vault.mount).hasMatch())
        return tr_("--vault-mount: “%1” is not the name of a secrets engine").arg(vault.mount);
    return existing(arguments, u"vault-ca"_s, vault.ca);
}

Problem readSettings(const Arguments& arguments, KafkaConnection& kafka)
{
    for (const QString& pair : arguments.values(u"set"_s)) {
        const qsizetype sign = pair.indexOf(u'=');
        const QString key = pair.left(sign).trimmed();
        if (sign < 1)
            return tr_("--set “%1” is not KEY=VALUE").arg(pair);
        if (key.contains(u"password") || key.contains(u"secret"))
            return tr_("--set %1: passwords are asked for, or read with --password-stdin").arg(key);
        kafka.settings.insert(key, pair.mid(sign + 1));
    }
    return {};
}

Problem checkTogether(const KafkaConnection& kafka)
{
    const bool sasl = kafka.security.startsWith(u"SASL");
    if (sasl && kafka.saslMechanism.isEmpty())
        return tr_("%1 needs --sasl-mechanism").arg(kafka.security);
    if (sasl && kafka.username.isEmpty())
        return tr_("%1 needs --username").arg(kafka.security);
    if (!sasl && (!kafka.saslMechanism.isEmpty() || !kafka.username.isEmpty()))
        return tr_("--sasl-mechanism and --username need --security SASL_SSL or SASL_PLAINTEXT");
    if (kafka.certificate.isEmpty() != kafka.key.isEmpty())
        return tr_("--cert and --key belong together");
    if (!kafka.pkcs12.isEmpty() && !kafka.certificate.isEmpty())
        return tr_("give either --pkcs12 or --cert and --key");
    return {};
}

} // namespace

QList<OptionSpec> connectionOptions()
{
    return {
        {u"bootstrap"_s, u"HOST:PORT,…"_s, tr_("Kafka servers")},
        {u"security"_s, u"PLAINTEXT|SSL|SASL_SSL|SASL_PLAINTEXT"_s, tr_("how Kafka is spoken to (PLAINTEXT)")},
        {u"sasl-mechanism"_s, u"PLAIN|SCRAM-SHA-256|SCRAM-SHA-512"_s, tr_("how one signs in with SASL")},
        {u"username"_s, u"NAME"_s, tr_("SASL user")},
        {u"ca"_s, u"FILE"_s, tr_("certificates to trust, PEM")},
        {u"cert"_s, u"FILE"_s, tr_("client certificate, PEM")},
        {u"key"_s, u"FILE"_s, tr_("key of the client certificate, PEM")},
        {u"pkcs12"_s, u"FILE"_s, tr_("client certificate and key as PKCS#12")},
        {u"jks"_s, u"FILE"_s, tr_("Java trust store: its certificates are taken over as PEM")},
        {u"schema-registry"_s, u"URL"_s, tr_("schema registry")},
        {u"schema-registry-user"_s, u"NAME"_s, tr_("user name or API key of the schema registry")},
        {u"database"_s, u"CONNINFO"_s, tr_("PostgreSQL: host=… dbname=… user=… or a URI")},
        {u"regulation"_s, u"DIR"_s, tr_("clone of the registry regulation")},
        {u"registry"_s, u"DIR"_s, tr_("clone of the registry's configuration")},
        {u"service"_s, u"URL"_s, tr_("notification-service, for publishing without the database")},
        {u"service-ca"_s, u"FILE"_s, tr_("authority of notification-service's certificate, PEM")},
        {u"service-version"_s, u"V"_s, tr_("version of the notification service, for verdicts")},
        {u"vault"_s, u"URL"_s, tr_("HashiCorp Vault (KV version 2) for the channels' passwords")},
        {u"vault-mount"_s, u"NAME"_s, tr_("its secrets engine (registry-kv)")},
        {u"vault-role"_s, u"ID"_s, tr_("role ID of an AppRole (without it a token is asked for)")},
        {u"vault-ca"_s, u"FILE"_s, tr_("certificates to trust for the vault, PEM")},
        {u"description"_s, u"TEXT"_s, tr_("words for people")},
        {u"read-only"_s, {}, tr_("nothing can be changed through this profile")},
        {u"production"_s, {}, tr_("changes ask for confirmation")},
        {u"set"_s, u"KEY=VALUE"_s, tr_("any further setting of librdkafka")},
    };
}

Typed<TypedConnection> readConnection(const QString& name, const Arguments& arguments)
{
    TypedConnection typed;
    Profile& profile = typed.profile;
    KafkaConnection& kafka = profile.kafka;
    profile.name = name;
    profile.description = arguments.value(u"description"_s);
    profile.serviceVersion = arguments.value(u"service-version"_s);
    profile.readOnly = arguments.has(u"read-only"_s);
    profile.production = arguments.has(u"production"_s);
    kafka.security = arguments.value(u"security"_s, kafka.security);
    kafka.saslMechanism = arguments.value(u"sasl-mechanism"_s);
    kafka.username = arguments.value(u"username"_s);
    for (const Problem& problem : std::initializer_list<Problem>{readBootstrap(arguments, kafka.bootstrap),
             existing(arguments, u"ca"_s, kafka.ca), existing(arguments, u"cert"_s, kafka.certificate),
             existing(arguments, u"key"_s, kafka.key), existing(arguments, u"pkcs12"_s, kafka.pkcs12),
             existing(arguments, u"jks"_s, typed.jks), existing(arguments, u"regulation"_s, profile.regulation, true),
             readService(arguments, profile.service), existing(arguments, u"service-ca"_s, profile.serviceCa),
             existing(arguments, u"registry"_s, profile.registry, true), readRegistry(arguments, typed),
             readDatabase(arguments, typed), readVault(arguments, profile.vault), readSettings(arguments, kafka),
             checkTogether(kafka)}) {
        if (problem)
            return std::unexpected(*problem);
    }
    if (!typed.jks.isEmpty() && !kafka.ca.isEmpty())
        return std::unexpected(tr_("give either --jks or --ca"));
    return typed;
}

} // namespace nc::cli
