#include "secrets/secretfile.h"

#include "core/atomicfile.h"
#include "core/errors.h"
#include "core/task.h"
#include "secrets/sealing.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int version = 1;

QByteArray contextOf(const QString& service, const QString& key)
{
    return service.toUtf8() + '\0' + key.toUtf8();
}

QString nameOf(const QString& service, const QString& key)
{
    return service + u'/' + key;
}

} // namespace

struct SecretFile::Content {
    QJsonObject entries; ///< name → base64 of what seal() gave
    FileStamp stamp;
};

SecretFile::SecretFile(QString folder)
    : m_folder(std::move(folder))
{
}

QString SecretFile::place() const
{
    return m_folder + u"/secrets.json"_s;
}

QString SecretFile::keyPath() const
{
    return m_folder + u"/secrets.key"_s;
}

Result<QByteArray> SecretFile::loadKey(bool create) const
{
    if (!QFileInfo::exists(keyPath())) {
        if (!create)
            return fail(errors::badSecretStore, place(), keyPath(), Next::Fatal);
        const QByteArray fresh = randomKey();
        if (fresh.isEmpty())
            return fail(errors::badSecretStore, place(), u"no random numbers"_s, Next::Fatal);
        // Refused when another console made one in the meantime: theirs is then read.
        const auto written = writePrivateFile(keyPath(), fresh, FileStamp{});
        if (!written && !written.error().is(errors::changedMeanwhile))
            return fail(written.error());
    }
    const auto file = readFile(keyPath(), 1024);
    if (!file)
        return fail(file.error());
    if (file->bytes.size() != 32)
        return fail(errors::badSecretStore, place(), keyPath(), Next::Fatal);
    return file->bytes;
}

Result<SecretFile::Content> SecretFile::load() const
{
    if (!QFileInfo::exists(place()))
        return Content{};
    const auto file = readFile(place(), 16 * 1024 * 1024);
    if (!file)
        return fail(file.error());
    const QJsonObject root = QJsonDocument::fromJson(file->bytes).object();
    if (root["version"_L1].toInt() != version || !root["entries"_L1].isObject())
        return fail(errors::badSecretStore, place(), u"version %1"_s.arg(root["version"_L1].toInt()), Next::Fatal);
    return Content{root["entries"_L1].toObject(), file->stamp};
}

Result<void> SecretFile::save(const Content& content) const
{
    const QJsonObject root{{u"version"_s, version}, {u"entries"_s, content.entries}};
    const auto written = writePrivateFile(place(), QJsonDocument(root).toJson(), content.stamp);
    if (!written)
        return fail(written.error());
    return {};
}

Result<std::optional<QString>> SecretFile::read(const QString& service, const QString& key, const TaskContext&)
{
    const auto content = load();
    if (!content)
        return fail(content.error());
    const QJsonValue entry = content->entries.value(nameOf(service, key));
    if (!entry.isString())
        return std::nullopt;
    const auto fileKey = loadKey(false);
    if (!fileKey)
        return fail(fileKey.error());
    const auto plain = unseal(*fileKey, contextOf(service, key), QByteArray::fromBase64(entry.toString().toLatin1()));
    if (!plain)
        return fail(errors::badSecretStore, place(), nameOf(service, key), Next::Fatal);
    return QString::fromUtf8(*plain);
}

Result<void> SecretFile::write(
    const QString& service, const QString& key, const QString& secret, const TaskContext& task)
{
    for (int attempt = 0;; ++attempt) {
        auto content = load();
        if (!content)
            return fail(content.error());
        // A new key beside old entries would make them unreadable for good.
        const auto fileKey = loadKey(content->entries.isEmpty());
        if (!fileKey)
            return fail(fileKey.error());
        const auto sealed = seal(*fileKey, contextOf(service, key), secret.toUtf8());
        if (!sealed)
            return fail(errors::badSecretStore, place(), nameOf(service, key), Next::Fatal);
        content->entries.insert(nameOf(service, key), QString::fromLatin1(sealed->toBase64()));
        auto saved = save(*content);
        if (saved || !saved.error().is(errors::changedMeanwhile) || attempt == 5 || task.isCancelled())
            return saved;
    }
}

Result<void> SecretFile::remove(const QString& service, const QString& key, const TaskContext& task)
{
    for (int attempt = 0;; ++attempt) {
        auto content = load();
        if (!content)
            return fail(content.error());
        if (!content->entries.contains(nameOf(service, key)))
            return {};
        content->entries.remove(nameOf(service, key));
        auto saved = save(*content);
        if (saved || !saved.error().is(errors::changedMeanwhile) || attempt == 5 || task.isCancelled())
            return saved;
    }
}

} // namespace nc
