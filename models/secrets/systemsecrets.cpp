#include "secrets/systemsecrets.h"

#include "core/errors.h"
#include "core/task.h"
#include "secrets/keychain.h"
#include "secrets/secretfile.h"

#include <QLoggingCategory>

namespace nc {
namespace {

Q_LOGGING_CATEGORY(lcSecrets, "nc.secrets")

/// The keychain first; the file where the keychain does not answer.
class LayeredStore : public SecretStore {
public:
    explicit LayeredStore(const QString& folder)
        : m_file(folder)
        , m_useKeychain(Keychain::available())
    {
    }

    Result<std::optional<QString>> read(const QString& service, const QString& key, const TaskContext& task) override
    {
        if (m_useKeychain) {
            auto found = m_keychain.read(service, key, task);
            if (found ? found->has_value() : found.error().is(errors::cancelled))
                return found;
            if (!found)
                giveUp(found.error());
        }
        return m_file.read(service, key, task);
    }

    Result<void> write(
        const QString& service, const QString& key, const QString& secret, const TaskContext& task) override
    {
        if (m_useKeychain) {
            auto written = m_keychain.write(service, key, secret, task);
            // An older one in the file would be found again when the keychain is away.
            if (written)
                return m_file.remove(service, key, task);
            if (written.error().is(errors::cancelled))
                return written;
            giveUp(written.error());
        }
        return m_file.write(service, key, secret, task);
    }

    Result<void> remove(const QString& service, const QString& key, const TaskContext& task) override
    {
        if (m_useKeychain) {
            auto removed = m_keychain.remove(service, key, task);
            if (!removed && removed.error().is(errors::cancelled))
                return removed;
            if (!removed)
                giveUp(removed.error());
        }
        return m_file.remove(service, key, task);
    }

    QString place() const override { return m_useKeychain ? QString() : m_file.place(); }

private:
    void giveUp(const Error& error)
    {
        qCWarning(lcSecrets) << "no keychain:" << error.detail;
        m_useKeychain = false;
    }

    Keychain m_keychain;
    SecretFile m_file;
    bool m_useKeychain;
};

} // namespace

std::unique_ptr<SecretStore> openSecretStore(const QString& folder)
{
    return std::make_unique<LayeredStore>(folder);
}

} // namespace nc
