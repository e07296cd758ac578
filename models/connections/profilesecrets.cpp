#include "connections/profilesecrets.h"

#include "core/task.h"
#include "secrets/secretstore.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

const QString service = u"notification-console"_s;

struct Part {
    QLatin1StringView name;
    QString ProfileSecrets::*member;
};

constexpr Part parts[] = {
    {"kafka"_L1, &ProfileSecrets::kafka},
    {"key"_L1, &ProfileSecrets::key},
    {"registry"_L1, &ProfileSecrets::registry},
    {"database"_L1, &ProfileSecrets::database},
    {"service"_L1, &ProfileSecrets::service},
    {"vault"_L1, &ProfileSecrets::vault},
};

bool canHave(const Profile& profile, QLatin1StringView part)
{
    const KafkaConnection& kafka = profile.kafka;
    if (part == "kafka"_L1)
        return !kafka.username.isEmpty();
    if (part == "key"_L1)
        return !kafka.key.isEmpty() || !kafka.pkcs12.isEmpty();
    if (part == "registry"_L1)
        return !kafka.registryUser.isEmpty();
    if (part == "service"_L1)
        return !profile.service.isEmpty();
    if (part == "vault"_L1)
        return !profile.vault.url.isEmpty();
    return !profile.database.isEmpty();
}

QString keyOf(const QString& profileName, QLatin1StringView part)
{
    return profileName + u'/' + part;
}

} // namespace

Result<ProfileSecrets> loadSecrets(SecretStore& store, const Profile& profile, const TaskContext& task)
{
    ProfileSecrets secrets;
    for (const Part& part : parts) {
        if (!canHave(profile, part.name))
            continue;
        auto secret = store.read(service, keyOf(profile.name, part.name), task);
        if (!secret)
            return fail(secret.error());
        secrets.*part.member = secret->value_or(QString());
    }
    return secrets;
}

Result<void> saveSecrets(
    SecretStore& store, const QString& profileName, const ProfileSecrets& secrets, const TaskContext& task)
{
    for (const Part& part : parts) {
        if ((secrets.*part.member).isEmpty())
            continue;
        if (auto saved = store.write(service, keyOf(profileName, part.name), secrets.*part.member, task); !saved)
            return saved;
    }
    return {};
}

Result<void> removeSecrets(SecretStore& store, const QString& profileName, const TaskContext& task)
{
    for (const Part& part : parts) {
        if (auto removed = store.remove(service, keyOf(profileName, part.name), task); !removed)
            return removed;
    }
    return {};
}

} // namespace nc
