#include "channels/vault.h"

#include "channels/errors.h"
#include "connections/profile.h"
#include "connections/profilesecrets.h"
#include "core/errors.h"
#include "http/errors.h"
#include "http/httpclient.h"
#include "http/httpurl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {

struct Vault::Answer {
    int status = 0;
    QJsonObject body;
    QString words; ///< what the vault says is wrong
};

namespace {

/// `year day month`, as the platform writes it.
QString stamp(const QDateTime& now)
{
    return now.toUTC().toString(u"yyyyddMM'T'hhmmss'Z'"_s);
}

QString wordsOf(const QJsonObject& body)
{
    QStringList words;
    for (const char* list : {"errors", "warnings"}) {
        for (const QJsonValue& word : body[QLatin1StringView(list)].toArray())
            words += word.toString().simplified();
    }
    return words.join(u"; "_s).left(300);
}

Error transportError(const Error& error)
{
    if (error.is(errors::cancelled))
        return error;
    const bool certificate = error.is(errors::httpCertificate) || error.is(errors::httpAuthorities);
    return Error{
        certificate ? errors::vaultCertificate : errors::vaultUnreachable, error.subject, error.detail, Next::Retry};
}

} // namespace

std::optional<VaultTarget> vaultTarget(const Profile& profile, const ProfileSecrets& secrets)
{
    if (profile.vault.url.isEmpty())
        return {};
    return VaultTarget{profile.vault.url, profile.vault.mount, profile.vault.role, secrets.vault, profile.vault.ca};
}

QString mailVaultKey()
{
    return u"smtp-password"_s;
}

QString diiaVaultKey()
{
    return u"external-systems.diia.auth.secret.token"_s;
}

VaultPlace newMailPlace(const QString& mount, const QString& registry, const QDateTime& now)
{
    return {u"%1/registry/%2/smtp-%3"_s.arg(mount, registry, stamp(now)), mailVaultKey()};
}

VaultPlace newDiiaPlace(const QString& mount, const QString& registry, const QDateTime& now)
{
    return {u"%1/registry/%2/external-systems/diia-%3"_s.arg(mount, registry, stamp(now)), diiaVaultKey()};
}

Vault::Vault(VaultTarget target)
    : m_target(std::move(target))
    , m_http(std::make_shared<HttpClient>(
          HttpLimits::within(std::chrono::milliseconds(m_target.timeoutMs), m_target.caFile)))
    , m_at(m_target.url)
{
}

Result<Vault> Vault::open(const VaultTarget& target, const TaskContext& task)
{
    const QUrl url(target.url);
    if (!httpurl::isPrivate(target.url))
        return fail(errors::vaultNotHttps, httpurl::shown(target.url));
    Vault vault(target);
    if (target.secret.isEmpty())
        return fail(errors::vaultNoToken, url.host());
    if (target.role.isEmpty()) {
        vault.m_token = target.secret.toUtf8();
        // A token with a line break would smuggle in a header of its own.
        if (vault.m_token.contains('\n') || vault.m_token.contains('\r'))
            return fail(errors::vaultLogin, url.host());
        return vault;
    }
    const QJsonObject login{{u"role_id"_s, target.role}, {u"secret_id"_s, target.secret}};
    const auto answer = vault.ask(u"auth/approle/login"_s, QJsonDocument(login).toJson(QJsonDocument::Compact), task);
    if (!answer && (answer.error().is(errors::vaultForbidden) || answer.error().is(errors::vaultAnswer)))
        return fail(errors::vaultLogin, url.host(), answer.error().detail);
    if (!answer)
        return fail(answer.error());
    vault.m_token = answer->body["auth"_L1]["client_token"_L1].toString().toUtf8();
    if (vault.m_token.isEmpty())
        return fail(errors::vaultLogin, url.host(), answer->words);
    return vault;
}

HttpRequest Vault::request(const QString& path, const QByteArray& body) const
{
    HttpRequest request;
    request.method = body.isEmpty() ? "GET" : "POST";
    request.url = httpurl::below(m_at, u"v1/"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
    request.headers = {{"X-Vault-Request", "true"}, {"Content-Type", "application/json"}};
    request.body = body;
    // Writing twice is refused by check-and-set, and what is there is compared.
    request.repeatable = true;
    return request;
}

/// A standby sends one to the active node. Where that is the vault says itself (sys/leader, asked without a token), and
/// only there the token goes: a redirection alone may be anybody's, such as a login page's before the vault.
Result<void> Vault::moveTo(const QString& location, const TaskContext& task) const
{
    const QString origin = httpurl::origin(location);
    const auto refused = [&] {
        return fail(errors::vaultRedirect, QUrl(m_target.url).host(), httpurl::shown(location), Next::Abort);
    };
    if (origin.isEmpty() || QUrl(location).scheme() != QUrl(m_target.url).scheme() || !httpurl::isPrivate(location))
        return refused();
    if (origin != httpurl::origin(m_at)) {
        const auto leader = m_http->send(request(u"sys/leader"_s, {}), task);
        if (!leader)
            return fail(transportError(leader.error()));
        const QJsonObject said = QJsonDocument::fromJson(leader->body).object();
        if (leader->status != 200 || httpurl::origin(said["leader_address"_L1].toString()) != origin)
            return refused();
    }
    m_at = location.section(u"/v1/"_s, 0, 0);
    return {};
}

Result<HttpResponse> Vault::send(const QString& path, const QByteArray& body, const TaskContext& task) const
{
    // One step: the active node answers itself.
    for (bool moved = false;; moved = true) {
        HttpRequest asked = request(path, body);
        if (!m_token.isEmpty())
            asked.headers.append({"X-Vault-Token", m_token});
        auto got = m_http->send(asked, task);
        if (!got)
            return fail(transportError(got.error()));
        if (moved || (got->status != 307 && got->status != 308))
            return got;
        if (const auto good = moveTo(got->location, task); !good)
            return fail(good.error());
    }
}

Result<Vault::Answer> Vault::ask(const QString& path, const QByteArray& body, const TaskContext& task) const
{
    const auto got = send(path, body, task);
    if (!got)
        return fail(got.error());
    Answer answer{got->status, QJsonDocument::fromJson(got->body).object(), {}};
    answer.words = wordsOf(answer.body);
    const auto refuse = [&](ErrorCode code, const QString& subject) -> Result<Answer> {
        return fail(code, subject, answer.words, Next::Retry);
    };
    if (answer.status == 503 && answer.words.contains("sealed"_L1))
        return refuse(errors::vaultSealed, QUrl(m_target.url).host());
    if (answer.status == 401 || answer.status == 403)
        return refuse(errors::vaultForbidden, path);
    if (answer.words.contains("no handler for route"_L1) || answer.words.contains("route entry not found"_L1))
        return refuse(errors::vaultNoMount, m_target.mount);
    if (answer.words.contains("versioned K/V"_L1))
        return refuse(errors::vaultNotV2, m_target.mount);
    if (answer.words.contains("check-and-set"_L1))
        return refuse(errors::vaultConflict, path);
    // Not being there is an answer.
    if (answer.status != 200 && answer.status != 204 && answer.status != 404) {
        answer.words = u"HTTP %1 %2"_s.arg(answer.status).arg(answer.words).trimmed();
        return refuse(errors::vaultAnswer, path);
    }
    return answer;
}

Result<void> Vault::checkMount(const QString& mount, const TaskContext& task) const
{
    const auto answer = ask(u"sys/internal/ui/mounts/"_s + mount, {}, task);
    // Not everybody may ask that; writing will tell then.
    if (!answer)
        return answer.error().is(errors::vaultForbidden) || answer.error().is(errors::vaultNoMount)
            ? Result<void>()
            : fail(answer.error());
    const QJsonObject data = answer->body["data"_L1].toObject();
    // To another engine, or version 1, the same request would write a secret to another place without a word.
    if (answer->status == 200
        && (data["type"_L1].toString() != u"kv" || data["options"_L1]["version"_L1].toString() != u"2"))
        return fail(errors::vaultNotV2, mount);
    return {};
}

Result<void> Vault::check(const TaskContext& task) const
{
    if (const auto self = ask(u"auth/token/lookup-self"_s, {}, task); !self)
        return fail(self.error());
    return checkMount(m_target.mount, task);
}

std::pair<QString, QString> Vault::split(const QString& path) const
{
    const QString mount = path.startsWith(m_target.mount + u'/') ? m_target.mount : path.section(u'/', 0, 0);
    return {mount, path.mid(mount.size() + 1)};
}

Result<std::optional<QString>> Vault::read(const VaultPlace& place, const TaskContext& task) const
{
    const auto [mount, inside] = split(place.path);
    const auto answer = ask(mount + u"/data/"_s + inside, {}, task);
    if (!answer)
        return fail(answer.error());
    if (answer->status == 404)
        return std::optional<QString>();
    const QJsonObject data = answer->body["data"_L1].toObject();
    if (!data.contains("metadata"_L1))
        return fail(errors::vaultNotV2, mount);
    const QJsonValue value = data["data"_L1][place.key];
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

Result<void> Vault::create(const VaultPlace& place, const QString& secret, const TaskContext& task) const
{
    const auto [mount, inside] = split(place.path);
    if (const auto good = checkMount(mount, task); !good)
        return good;
    const QJsonObject body{{u"options"_s, QJsonObject{{u"cas"_s, 0}}}, {u"data"_s, QJsonObject{{place.key, secret}}}};
    const auto written = ask(mount + u"/data/"_s + inside, QJsonDocument(body).toJson(QJsonDocument::Compact), task);
    if (!written && written.error().is(errors::vaultConflict)) {
        // Ours, from a try that was cut off after it?
        const auto there = read(place, task);
        return there && *there == secret ? Result<void>() : fail(written.error());
    }
    if (!written)
        return fail(written.error());
    if (written->status == 404)
        return fail(errors::vaultNoMount, mount, written->words);
    if (written->body["data"_L1]["version"_L1].toInt() < 1)
        return fail(errors::vaultNotV2, mount);
    const auto back = read(place, task);
    if (!back)
        return back.error().is(errors::vaultForbidden) ? Result<void>() : fail(back.error());
    return *back == secret ? Result<void>() : fail(errors::vaultReadBack, place.path);
}

} // namespace nc
