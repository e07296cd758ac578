#include "kafka/schemas/schemaregistryclient.h"

#include "kafka/client/errors.h"
#include "kafka/schemas/httpget.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto failureLife = 10s;
constexpr qsizetype mostKept = 1000;

struct Failure {
    Error error;
    QDeadlineTimer until{failureLife};
};

QString reason(const HttpReply& reply)
{
    const QString message = QJsonDocument::fromJson(reply.body).object()["message"_L1].toString().left(300);
    return message.isEmpty() ? u"HTTP %1"_s.arg(reply.status) : u"HTTP %1: %2"_s.arg(reply.status).arg(message);
}

} // namespace

struct SchemaRegistryClient::Private {
    HttpTarget target;
    QString base; ///< with a user name and password, if it has them; never shown
    QString shown;

    std::mutex mutex; // never held while the network is waited for
    QHash<qint32, QByteArray> schemas;
    QHash<qint32, Failure> unknown;
    std::optional<Failure> down; ///< what is wrong with the registry itself

    Result<QByteArray> ask(qint32 id, const TaskContext& task) const;
    Result<QByteArray> read(qint32 id, const HttpReply& reply) const;
};

SchemaRegistryClient::SchemaRegistryClient(const KafkaAccess& access)
    : d(std::make_unique<Private>())
{
    QUrl url(access.connection.schemaRegistry.trimmed());
    d->target.user = url.userName(QUrl::FullyDecoded);
    d->target.password = url.password(QUrl::FullyDecoded);
    if (d->target.user.isEmpty()) {
        d->target.user = access.connection.registryUser;
        d->target.password = access.secrets.registryPassword;
    }
    d->target.ca = access.connection.ca;
    url.setUserInfo({});
    d->shown = url.toString(QUrl::StripTrailingSlash);
    d->base = url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
}

SchemaRegistryClient::~SchemaRegistryClient() = default;

bool SchemaRegistryClient::isConfigured() const
{
    return !d->base.isEmpty();
}

Result<QByteArray> SchemaRegistryClient::schema(qint32 id, const TaskContext& task)
{
    if (!isConfigured())
        return fail(errors::noSchemaRegistry);
    {
        const std::lock_guard lock(d->mutex);
        if (const auto known = d->schemas.constFind(id); known != d->schemas.constEnd())
            return *known;
        if (d->down && !d->down->until.hasExpired())
            return fail(d->down->error);
        if (const auto bad = d->unknown.constFind(id); bad != d->unknown.constEnd() && !bad->until.hasExpired())
            return fail(bad->error);
    }
    auto answer = d->ask(id, task);
    const std::lock_guard lock(d->mutex);
    if (answer) {
        if (d->schemas.size() >= mostKept)
            d->schemas.clear();
        d->schemas.insert(id, *answer);
        d->down.reset();
        d->unknown.remove(id);
    } else if (answer.error().is(errors::registryUnreachable) || answer.error().is(errors::registryRefused)) {
        d->down = Failure{answer.error()};
    } else if (!answer.error().is(errors::cancelled)) {
        if (d->unknown.size() >= mostKept)
            d->unknown.clear();
        d->unknown.insert(id, Failure{answer.error()});
    }
    return answer;
}

Result<QByteArray> SchemaRegistryClient::Private::ask(qint32 id, const TaskContext& task) const
{
    HttpTarget request = target;
    request.url = u"%1/schemas/ids/%2"_s.arg(base).arg(id);
    const auto reply = httpGet(request, task);
    if (!reply) {
        Error error = reply.error();
        if (!error.is(errors::cancelled))
            error.subject = shown;
        return fail(error);
    }
    return read(id, *reply);
}

Result<QByteArray> SchemaRegistryClient::Private::read(qint32 id, const HttpReply& reply) const
{
    if (reply.status == 401 || reply.status == 403)
        return fail(errors::registryRefused, shown, reason(reply));
    if (reply.status == 404)
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
