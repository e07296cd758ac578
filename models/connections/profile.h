#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace nc {

/// How to reach one Kafka cluster (docs/contracts.md, section 9). Passwords are not in here: they are looked up in the
/// secret store under the profile's name.
struct KafkaConnection {
    QString bootstrap; ///< host:port[,host:port…]; empty: no Kafka in this profile
    QString security = QStringLiteral("PLAINTEXT"); ///< PLAINTEXT, SSL, SASL_SSL, SASL_PLAINTEXT
    QString saslMechanism; ///< PLAIN, SCRAM-SHA-256, SCRAM-SHA-512
    QString username;
    QString ca; ///< PEM file
    QString certificate; ///< PEM file
    QString key; ///< PEM file
    QString pkcs12;
    QString schemaRegistry; ///< base URL, without user and password
    QString registryUser; ///< user name or API key of the schema registry; empty: none
    QMap<QString, QString> settings; ///< any further librdkafka setting

    friend bool operator==(const KafkaConnection&, const KafkaConnection&) = default;
};

/// The vault that the platform takes its secrets from: HashiCorp Vault, KV version 2 (docs/contracts.md, section 8).
/// The token, or the secret id of the role, is looked up in the secret store.
struct VaultConnection {
    QString url; ///< base URL; empty: no vault in this profile
    QString mount = QStringLiteral("registry-kv"); ///< of the KV engine
    QString role; ///< AppRole's role id; empty: the secret is a token
    QString ca; ///< PEM file; empty: the system's authorities

    friend bool operator==(const VaultConnection&, const VaultConnection&) = default;
};

/// Everything the console needs to know to work with one registry.
struct Profile {
    QString name;
    QString description;
    KafkaConnection kafka;
    QString database; ///< libpq connection string without a password; empty: no database
    QString regulation; ///< clone of the registry-regulation repository
    QString registry; ///< clone of the registry's configuration repository
    QString service; ///< base URL of notification-service, for publishing where the database is out of reach
    QString serviceCa; ///< PEM file of the authority that has signed its certificate; empty: the system's
    QString serviceVersion; ///< of the notification service, for verdicts; empty: the newest whose rules are known
    VaultConnection vault;
    bool readOnly = false;
    bool production = false;

    QJsonObject toJson() const;
    static Profile fromJson(const QJsonObject& json);

    friend bool operator==(const Profile&, const Profile&) = default;
};

} // namespace nc
