#pragma once

#include "core/task.h"
#include "secrets/secretstore.h"

#include <QJsonObject>

namespace nc {

/// Secrets where there is no keychain (a server): `secrets.json`, each encrypted with AES-256-GCM under the random key
/// in `secrets.key`; both files of mode 0600. It keeps secrets out of backups, listings and greps of one of the files;
/// it cannot keep them from somebody who reads both. An entry moved to another name does not decrypt.
class SecretFile : public SecretStore {
public:
    explicit SecretFile(QString folder);

    Result<std::optional<QString>> read(const QString& service, const QString& key, const TaskContext& task) override;
    Result<void> write(
        const QString& service, const QString& key, const QString& secret, const TaskContext& task) override;
    Result<void> remove(const QString& service, const QString& key, const TaskContext& task) override;
    QString place() const override;

private:
    struct Content;
    QString keyPath() const;
    Result<QByteArray> loadKey(bool create) const;
    Result<Content> load() const;
    Result<void> save(const Content& content) const;

    QString m_folder;
};

} // namespace nc
