#include "connections/profile.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Field {
    QLatin1StringView name;
    QString KafkaConnection::*member;
};

constexpr Field kafkaFields[] = {
    {"bootstrap"_L1, &KafkaConnection::bootstrap},
    {"security"_L1, &KafkaConnection::security},
    {"saslMechanism"_L1, &KafkaConnection::saslMechanism},
    {"username"_L1, &KafkaConnection::username},
    {"ca"_L1, &KafkaConnection::ca},
    {"cert"_L1, &KafkaConnection::certificate},
    {"key"_L1, &KafkaConnection::key},
    {"pkcs12"_L1, &KafkaConnection::pkcs12},
    {"schemaRegistry"_L1, &KafkaConnection::schemaRegistry},
    {"schemaRegistryUser"_L1, &KafkaConnection::registryUser},
};

QJsonObject vaultJson(const VaultConnection& vault)
{
    if (vault.url.isEmpty())
        return {};
    QJsonObject json{{u"url"_s, vault.url}, {u"mount"_s, vault.mount}};
    if (!vault.role.isEmpty())
        json.insert("role"_L1, vault.role);
    if (!vault.ca.isEmpty())
        json.insert("ca"_L1, vault.ca);
    return json;
}

} // namespace

QJsonObject Profile::toJson() const
{
    QJsonObject kafkaJson;
    for (const Field& field : kafkaFields) {
        if (!(kafka.*field.member).isEmpty())
            kafkaJson.insert(field.name, kafka.*field.member);
    }
    if (!kafka.settings.isEmpty()) {
        QJsonObject settings;
        for (auto it = kafka.settings.cbegin(); it != kafka.settings.cend(); ++it)
            settings.insert(it.key(), it.value());
        kafkaJson.insert("settings"_L1, settings);
    }
    QJsonObject json{{u"name"_s, name}, {u"description"_s, description}, {u"kafka"_s, kafkaJson},
        {u"database"_s, database}, {u"regulation"_s, regulation}, {u"registry"_s, registry}, {u"service"_s, service},
        {u"serviceCa"_s, serviceCa}, {u"vault"_s, vaultJson(vault)}, {u"readOnly"_s, readOnly},
        {u"production"_s, production}};
    if (!serviceVersion.isEmpty())
        json.insert(u"serviceVersion"_s, serviceVersion);
    return json;
}

Profile Profile::fromJson(const QJsonObject& json)
{
    Profile profile;
    profile.name = json["name"_L1].toString();
    profile.description = json["description"_L1].toString();
    const QJsonObject kafkaJson = json["kafka"_L1].toObject();
    for (const Field& field : kafkaFields) {
        if (kafkaJson.contains(field.name))
            profile.kafka.*field.member = kafkaJson[field.name].toString();
    }
    const QJsonObject settings = kafkaJson["settings"_L1].toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        profile.kafka.settings.insert(it.key(), it.value().toString());
    profile.database = json["database"_L1].toString();
    profile.regulation = json["regulation"_L1].toString();
    profile.registry = json["registry"_L1].toString();
    profile.service = json["service"_L1].toString();
    profile.serviceCa = json["serviceCa"_L1].toString();
    profile.serviceVersion = json["serviceVersion"_L1].toString();
    const QJsonObject vault = json["vault"_L1].toObject();
    profile.vault.url = vault["url"_L1].toString();
    profile.vault.mount = vault["mount"_L1].toString(profile.vault.mount);
    profile.vault.role = vault["role"_L1].toString();
    profile.vault.ca = vault["ca"_L1].toString();
    profile.readOnly = json["readOnly"_L1].toBool();
    profile.production = json["production"_L1].toBool();
    return profile;
}

} // namespace nc
