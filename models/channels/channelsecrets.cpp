#include "channels/channelsecrets.h"

#include "channels/channelsettings.h"
#include "yaml/yamldocument.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc::channelsecrets {

static const QString& service()
{
    static const QString name = u"notification-console"_s;
    return name;
}

static QString keyOf(const QString& registry, const QString& channel)
{
    const QFileInfo folder(registry);
    const QString path = folder.exists() ? folder.canonicalFilePath() : folder.absoluteFilePath();
    return u"channels/"_s + path + u'/' + channel;
}

QString emailKey(const QString& registry)
{
    return keyOf(registry, u"email"_s);
}

QString diiaKey(const QString& registry)
{
    return keyOf(registry, u"diia"_s);
}

Result<QString> read(SecretStore& store, const QString& key, const TaskContext& task)
{
    auto secret = store.read(service(), key, task);
    return secret ? Result<QString>(secret->value_or(QString())) : fail(secret.error());
}

Result<void> write(SecretStore& store, const QString& key, const QString& secret, const TaskContext& task)
{
    return secret.isEmpty() ? store.remove(service(), key, task) : store.write(service(), key, secret, task);
}

QString registryName(const YamlDocument& document, const QString& registry)
{
    const ChannelSettings settings = channelSettings(document);
    for (const QString& path : {settings.email.vaultPath, settings.diia.secret.section(u':', 1)}) {
        static const QRegularExpression named(uR"(/registry/([^/]+)/)"_s);
        if (const auto match = named.match(path); match.hasMatch())
            return match.captured(1);
    }
    const YamlNode* name = document.resolve({u"global"_s, u"registryName"_s});
    if (name && name->kind == YamlNode::Kind::Scalar && !name->text.isEmpty() && !name->isNull())
        return name->text;
    const QFileInfo folder(registry);
    return QDir(folder.isDir() ? folder.canonicalFilePath() : folder.absoluteFilePath()).dirName();
}

Result<void> keep(SecretStore& store, const std::optional<VaultTarget>& vault, const QString& key,
    const VaultPlace& place, const QString& secret, const TaskContext& task)
{
    if (!vault)
        return write(store, key, secret, task);
    const auto opened = Vault::open(*vault, task);
    return opened ? opened->create(place, secret, task) : fail(opened.error());
}

Result<QString> find(SecretStore& store, const std::optional<VaultTarget>& vault, const QString& key,
    const VaultPlace& place, const TaskContext& task)
{
    std::optional<Error> trouble;
    if (vault && !place.path.isEmpty() && !place.key.isEmpty()) {
        const auto opened = Vault::open(*vault, task);
        const auto found = opened ? opened->read(place, task) : Result<std::optional<QString>>(fail(opened.error()));
        if (found && *found)
            return **found;
        if (!found)
            trouble = found.error();
    }
    auto kept = read(store, key, task);
    return kept && kept->isEmpty() && trouble ? fail(*trouble) : kept;
}

} // namespace nc::channelsecrets
