#include "channels/channelsecrets.h"

#include <QFileInfo>

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

} // namespace nc::channelsecrets
