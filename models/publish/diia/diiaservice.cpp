#include "publish/diia/diiaservice.h"

#include "core/errors.h"
#include "http/httpurl.h"
#include "publish/plan/errors.h"
#include "templates/source/checksum.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// What Diia says of a refusal: `{"name","message","code","data"}`; else the status alone. Bodies of other servers are
/// not repeated: nobody knows what is in them.
QString wordsOf(const HttpResponse& answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QString message = json["message"_L1].toString();
    QStringList words;
    for (const QString& part : {json["name"_L1].toString(), message}) {
        if (!part.isEmpty())
            words += part.left(300);
    }
    const QJsonValue code = json["code"_L1];
    QString text = words.join(u": "_s);
    if (!code.isUndefined() && !code.isNull())
        text += u" (code %1)"_s.arg(code.toVariant().toString().left(40));
    return text.isEmpty() ? u"HTTP %1"_s.arg(answer.status) : u"HTTP %1, "_s.arg(answer.status) + text;
}

QString idIn(const QByteArray& body)
{
    const QJsonValue id = QJsonDocument::fromJson(body).object()["templateId"_L1];
    return id.isString() ? id.toString() : id.isDouble() ? QString::number(id.toInteger()) : QString();
}

QString identity(const DiiaAccess& access)
{
    return access.url + u'\n' + access.partnerToken;
}

} // namespace

DiiaTokens::DiiaTokens(std::function<EpochMs()> now)
    : m_now(now ? std::move(now) : [] { return QDateTime::currentMSecsSinceEpoch(); })
{
}

QString DiiaTokens::valid(const DiiaAccess& access) const
{
    const std::lock_guard lock(m_mutex);
    return m_kept.of == identity(access) && m_now() < m_kept.until ? m_kept.token : QString();
}

void DiiaTokens::keep(const DiiaAccess& access, const QString& token)
{
    const std::lock_guard lock(m_mutex);
    m_kept = {identity(access), token, m_now() + validity};
}

void DiiaTokens::drop(const DiiaAccess& access)
{
    const std::lock_guard lock(m_mutex);
    if (m_kept.of == identity(access))
        m_kept = {};
}

Result<std::optional<DiiaAccess>> usableDiia(const DiiaAccess& found, bool production, const QString& profile)
{
    if (!found.url.isEmpty() && !found.partnerToken.isEmpty())
        return found;
    if (production)
        return fail(errors::diiaNoToken, profile);
    return std::nullopt;
}

DiiaService::DiiaService(Find find, RegistrationJournal journal, std::shared_ptr<DiiaTokens> tokens)
    : m_find(std::move(find))
    , m_journal(std::move(journal))
    , m_tokens(tokens ? std::move(tokens) : std::make_shared<DiiaTokens>())
{
}

DiiaService::~DiiaService() = default;

Result<void> DiiaService::findDiia(const TaskContext& context)
{
    if (m_found)
        return {};
    const auto access = m_find(context);
    if (!access)
        return fail(access.error());
    m_found = true;
    if (*access) {
        m_access = **access;
        m_host = QUrl(m_access.url).host();
        m_access.url = httpurl::below(m_access.url, {});
        m_client = std::make_unique<HttpClient>(m_access.limits);
    }
    return {};
}

Result<QString> DiiaService::token(const TaskContext& context, bool& kept)
{
    const QString known = m_tokens->valid(m_access);
    kept = !known.isEmpty();
    if (kept)
        return known;
    HttpRequest request;
    request.url = httpurl::below(
        m_access.url, u"api/v1/auth/partner/"_s + QString::fromLatin1(QUrl::toPercentEncoding(m_access.partnerToken)));
    const auto answer = m_client->send(request, context);
    if (!answer) {
        // Asking for a token changes nothing: there is no doubt about a publish yet.
        Error error = answer.error();
        error.next = Next::Retry;
        return fail(error);
    }
    if (answer->status == 401 || answer->status == 403 || answer->status == 404)
        return fail(errors::diiaToken, m_host, wordsOf(*answer), Next::Abort);
    const QString token = QJsonDocument::fromJson(answer->body).object()["token"_L1].toString();
    if (!answer->ok() || token.isEmpty())
        return fail(errors::diiaAnswer, m_host, wordsOf(*answer), Next::Retry);
    m_tokens->keep(m_access, token);
    return token;
}

Result<HttpResponse> DiiaService::post(const TemplateValues& values, const TaskContext& context)
{
    for (;;) {
        bool kept = false;
        const auto bearer = token(context, kept);
        if (!bearer)
            return fail(bearer.error());
        HttpRequest request;
        request.method = "POST";
        request.url = httpurl::below(m_access.url, u"api/v1/notification/template"_s);
        request.headers = {{"Authorization", "Bearer " + bearer->toUtf8()}, {"Content-Type", "application/json"},
            {"Accept", "application/json"}};
        request.body = diiaTemplateJson(values.title, values.attributes, QString::fromUtf8(values.content));
        auto answer = m_client->send(request, context);
        // A token that was kept may have been taken back meanwhile; a new one is asked for once.
        if (answer && kept && (answer->status == 401 || answer->status == 403)) {
            m_tokens->drop(m_access);
            continue;
        }
        return answer;
    }
}

Result<DiiaRegistration> DiiaService::registerTemplate(const TemplateValues& values, const TaskContext& context)
{
    if (const auto found = findDiia(context); !found)
        return fail(found.error());
    if (!m_client) {
        ++m_unregistered;
        return DiiaRegistration{};
    }
    const auto known = m_journal.look(m_access.url, values);
    if (!known)
        return fail(known.error());
    if (known->registration) {
        ++m_repaired;
        return *known->registration;
    }
    // Twice is worse than late: whoever knows better says so by name.
    const QString key = values.channel + u'/' + values.name;
    if (known->inDoubt && !m_again.contains(key) && !m_again.contains(u"all"_s))
        return fail(errors::diiaUnsure, key, known->asked, Next::Abort);
    if (m_unusable)
        return fail(*m_unusable);
    // The token first: what fails there has not touched the template.
    bool kept = false;
    if (const auto bearer = token(context, kept); !bearer) {
        if (!bearer.error().is(errors::cancelled))
            m_unusable = bearer.error();
        return fail(bearer.error());
    }
    if (const auto noted = m_journal.asking(m_access.url, values); !noted)
        return fail(noted.error());
    const auto answer = post(values, context);
    if (!answer && answer.error().next == Next::InDoubt)
        return fail(errors::diiaInDoubt, key, answer.error().detail, Next::InDoubt);
    const QString id = answer && answer->ok() ? idIn(answer->body) : QString();
    if (answer && answer->ok() && id.isEmpty())
        return fail(errors::diiaInDoubt, key, u"HTTP %1"_s.arg(answer->status), Next::InDoubt);
    if (id.isEmpty()) {
        // Refused, or never reached: nothing was registered.
        if (const auto noted = m_journal.refused(m_access.url, values); !noted)
            return fail(noted.error());
        if (!answer)
            return fail(answer.error());
        const bool refused = answer->status >= 400 && answer->status < 500;
        return fail(refused ? errors::diiaRefused : errors::diiaAnswer, m_host, wordsOf(*answer), Next::Retry);
    }
    const DiiaRegistration registration{id, QDateTime::currentMSecsSinceEpoch() * 1000};
    if (const auto noted = m_journal.registered(m_access.url, values, registration); !noted)
        return fail(noted.error());
    return registration;
}

void DiiaService::written(const TemplateValues& values)
{
    if (!m_client)
        return;
    // Without this note the next publish of the very same text would use the same id again, which is right as well.
    (void)m_journal.written(m_access.url, values);
}

} // namespace nc
