#pragma once

#include "core/task.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace nc {

struct Profile;
struct ProfileSecrets;
class HttpClient;
struct HttpRequest;
struct HttpResponse;

/// A vault to be asked: HashiCorp Vault, KV version 2 over HTTP. Lives in memory only: it carries the token or secret
/// id.
struct VaultTarget {
    QString url; ///< base URL; http is taken for this machine alone
    QString mount; ///< of the KV engine
    QString role; ///< AppRole's role id; empty: `secret` is a token
    QString secret;
    QString caFile; ///< PEM; empty: the system's authorities
    int timeoutMs = 20'000;
};

/// Nothing when the profile names no vault.
std::optional<VaultTarget> vaultTarget(const Profile& profile, const ProfileSecrets& secrets);

/// Where one secret lies: `path` as values.yaml has it (the mount comes first), `key` among those stored there.
struct VaultPlace {
    QString path;
    QString key;

    friend bool operator==(const VaultPlace&, const VaultPlace&) = default;
};

/// A fresh place for the password of the mail server and for Diia's token: a name that nobody has used, so that nothing
/// is overwritten and the platform notices the change. `registry` is the registry's name. docs/contracts.md, section 8.
VaultPlace newMailPlace(const QString& mount, const QString& registry, const QDateTime& now);
VaultPlace newDiiaPlace(const QString& mount, const QString& registry, const QDateTime& now);

/// The keys in which the platform looks.
QString mailVaultKey();
QString diiaVaultKey();

/// One vault, logged in. A standby that redirects to its active node is followed there (307), with the token only to
/// the same scheme and the host that the vault itself names as its leader. Functions block and end within 100 ms of a
/// cancel. Secrets are in no Error. errors::vaultUnreachable, vaultCertificate, vaultNotHttps, vaultForbidden,
/// vaultSealed, vaultNoMount, vaultNotV2, vaultLogin, vaultConflict, vaultRedirect, vaultAnswer.
class Vault {
public:
    /// With AppRole asks for a token; a token of its own is believed until the first question.
    static Result<Vault> open(const VaultTarget& target, const TaskContext& task);

    /// Is the token good, and is the mount what is needed? As far as that can be asked without touching anything.
    Result<void> check(const TaskContext& task) const;
    /// Nothing when there is no such path or key.
    Result<std::optional<QString>> read(const VaultPlace& place, const TaskContext& task) const;
    /// Writes a place that is not there yet (check-and-set 0: errors::vaultConflict when it is) and reads it back.
    /// errors::vaultReadBack when something else comes back. A token that may write and not read is enough.
    Result<void> create(const VaultPlace& place, const QString& secret, const TaskContext& task) const;

private:
    struct Answer;
    explicit Vault(VaultTarget target);
    HttpRequest request(const QString& path, const QByteArray& body) const;
    Result<void> moveTo(const QString& location, const TaskContext& task) const;
    Result<HttpResponse> send(const QString& path, const QByteArray& body, const TaskContext& task) const;
    Result<Answer> ask(const QString& path, const QByteArray& body, const TaskContext& task) const;
    Result<void> checkMount(const QString& mount, const TaskContext& task) const;
    /// Mount and path inside it.
    std::pair<QString, QString> split(const QString& path) const;

    VaultTarget m_target;
    std::shared_ptr<HttpClient> m_http;
    mutable QString m_at; ///< base URL of the node that answers: the target's, or the active one it sent us to
    QByteArray m_token;
};

} // namespace nc
