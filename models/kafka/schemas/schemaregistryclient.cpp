#include "kafka/schemas/schemaregistryclient.h"

#include "http/errors.h"
#include "http/httpclient.h"
#include "http/httpurl.h"
#include "kafka/client/errors.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr std::chrono::seconds shortestPause = 10s;
constexpr std::chrono::seconds longestPause = 300s;
constexpr qsizetype mostKept = 10'000;
constexpr int mostStrange = 3;
constexpr qsizetype mostUnknown = 100;
constexpr qsizetype mostUnlikely = 16;

struct Failure {
    Error error;
    QDeadlineTimer until;
};

QString reason(const HttpResponse& reply)
{
    const QString message = QJsonDocument::fromJson(reply.body).object()["message"_L1].toString().left(300);
    if (!message.isEmpty())
        return u"HTTP %1: %2"_s.arg(reply.status).arg(message);
    return reply.location.isEmpty() ? u"HTTP %1"_s.arg(reply.status)
                                    : u"HTTP %1, %2"_s.arg(reply.status).arg(httpurl::shown(reply.location));
}

/// 40401 to 40499 are a registry's own; a plain 404 is any web server's.
bool isRegistrysNotFound(const HttpResponse& reply)
{
    const qint64 code = QJsonDocument::fromJson(reply.body).object()["error_code"_L1].toInteger();
    return reply.status == 404 && code > 40400 && code < 40500;
}

} // namespace

struct SchemaRegistryClient::Private {
    HttpRequest request; ///< without its path
    QString base; ///< may hold secrets; never shown
    QString shown;
    HttpClient client;

    std::mutex mutex; // never held while the network is waited for
    std::condition_variable turn;
    bool asking = false; ///< somebody has the connection
    QHash<qint32, QByteArray> schemas;
    QHash<qint32, Error> unknown; ///< for good
    qsizetype unlikely = 0; ///< of those
    QHash<qint32, Failure> strange; ///< answers of no use, for a while
    int strangeInARow = 0;
    std::optional<Failure> down; ///< what is wrong with the registry itself
    std::chrono::seconds pause = shortestPause;

    explicit Private(HttpLimits limits)
        : client(std::move(limits))
    {
    }
    std::optional<Result<QByteArray>> known(qint32 id) const;
    void remember(qint32 id, const Result<QByteArray>& answer);
    void rest(const Error& error);
    Result<QByteArray> ask(qint32 id, const TaskContext& task);
    Result<QByteArray> read(qint32 id, const HttpResponse& reply) const;
};

SchemaRegistryClient::SchemaRegistryClient(const KafkaAccess& access)
    : d(std::make_unique<Private>(HttpLimits{access.connection.ca, 3s, 10s, 4 * 1024 * 1024}))
{
    d->base = access.connection.schemaRegistry.trimmed();
    d->shown = httpurl::shown(d->base);
    d->request.headers = {{"Accept", "application/vnd.schemaregistry.v1+json, application/json"}};
    d->request.user = access.connection.registryUser;
    d->request.password = access.secrets.registryPassword;
    d->request.repeatable = true;
}

SchemaRegistryClient::~SchemaRegistryClient() = default;

bool SchemaRegistryClient::isConfigured() const
{
    return !d->base.isEmpty();
}

// Registries count from 1, or from some 100,000; a number of eight digits is most likely no number of a schema.
bool SchemaRegistryClient::isLikely(qint32 id)
{
    return id > 0 && id < (1 << 24);
}

Result<QByteArray> SchemaRegistryClient::schema(qint32 id, const TaskContext& task)
{
    if (!isConfigured())
        return fail(errors::noSchemaRegistry);
    {
        std::unique_lock lock(d->mutex);
        for (;;) {
            if (auto known = d->known(id))
                return std::move(*known);
            if (task.isCancelled())
                return TaskContext::cancelled();
            if (!d->asking)
                break;
            d->turn.wait_for(lock, 50ms);
        }
        d->asking = true;
    }
    auto answer = d->ask(id, task);
    const std::lock_guard lock(d->mutex);
    d->asking = false;
    d->remember(id, answer);
    d->turn.notify_all();
    return answer;
}

Result<void> SchemaRegistryClient::check(const TaskContext& task)
{
    const auto answer = schema(1, task);
    // That there is no such schema, or of another kind, a registry alone can say.
    if (answer || answer.error().is(errors::unknownSchema) || answer.error().is(errors::badAvro))
        return {};
    return fail(answer.error());
}

std::optional<Result<QByteArray>> SchemaRegistryClient::Private::known(qint32 id) const
{
    if (const auto found = schemas.constFind(id); found != schemas.constEnd())
        return *found;
    if (const auto bad = unknown.constFind(id); bad != unknown.constEnd())
        return fail(*bad);
    if (down && !down->until.hasExpired())
        return fail(down->error);
    if (const auto bad = strange.constFind(id); bad != strange.constEnd() && !bad->until.hasExpired())
        return fail(bad->error);
    // Binary values that only look framed hold any number: the registry is not asked for all of them.
    const bool enough = isLikely(id) ? unknown.size() - unlikely >= mostUnknown : unlikely >= mostUnlikely;
    if (enough)
        return fail(errors::schemaNotAsked, QString::number(id), shown);
    return {};
}

void SchemaRegistryClient::Private::remember(qint32 id, const Result<QByteArray>& answer)
{
    if (answer) {
        if (schemas.size() >= mostKept)
            schemas.clear();
        schemas.insert(id, *answer);
    } else if (answer.error().is(errors::cancelled)) {
        return;
    } else if (answer.error().is(errors::registryUnreachable) || answer.error().is(errors::registryRefused)) {
        return rest(answer.error());
    } else if (answer.error().is(errors::registryAnswer)) {
        strange.insert(id, {answer.error(), QDeadlineTimer(shortestPause)});
        if (++strangeInARow >= mostStrange)
            rest(answer.error());
        return;
    } else {
        unknown.insert(id, answer.error());
        unlikely += isLikely(id) ? 0 : 1;
    }
    // It answers as a registry does.
    down.reset();
    strange.clear();
    strangeInARow = 0;
    pause = shortestPause;
}

/// Not asked again for a while, which doubles: a registry that is down holds nobody up for long, and one that comes
/// back is found.
void SchemaRegistryClient::Private::rest(const Error& error)
{
    down = Failure{error, QDeadlineTimer(pause)};
    pause = std::min(pause * 2, longestPause);
    strange.clear();
}

Result<QByteArray> SchemaRegistryClient::Private::ask(qint32 id, const TaskContext& task)
{
    HttpRequest asked = request;
    asked.url = httpurl::below(base, u"schemas/ids/%1"_s.arg(id));
    const auto reply = client.send(asked, task);
    if (reply)
        return read(id, *reply);
    const Error& error = reply.error();
    if (error.is(errors::cancelled))
        return TaskContext::cancelled();
    if (error.is(errors::httpTooLarge))
        return fail(errors::registryAnswer, shown, u"more than %1 bytes"_s.arg(error.detail));
    return fail(errors::registryUnreachable, shown, error.detail, Next::Retry);
}

Result<QByteArray> SchemaRegistryClient::Private::read(qint32 id, const HttpResponse& reply) const
{
    if (reply.status == 401 || reply.status == 403)
        return fail(errors::registryRefused, shown, reason(reply));
    if (isRegistrysNotFound(reply))
        return fail(errors::unknownSchema, QString::number(id), shown);
    if (reply.status != 200)
        return fail(errors::registryAnswer, shown, reason(reply), Next::Retry);
    QJsonParseError problem;
    const QJsonObject answer = QJsonDocument::fromJson(reply.body, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return fail(errors::registryAnswer, shown, problem.errorString());
    const QString type = answer["schemaType"_L1].toString(u"AVRO"_s);
    if (type != u"AVRO")
        return fail(errors::badAvro, QString::number(id), u"a schema of type "_s + type.left(40));
    if (!answer["references"_L1].toArray().isEmpty())
        return fail(errors::badAvro, QString::number(id), u"the schema refers to others"_s);
    if (!answer["schema"_L1].isString())
        return fail(errors::registryAnswer, shown, u"no schema in it"_s);
    return answer["schema"_L1].toString().toUtf8();
}

} // namespace nc
