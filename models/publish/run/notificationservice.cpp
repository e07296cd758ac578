#include "publish/run/notificationservice.h"

#include "http/httpurl.h"
#include "publish/plan/errors.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

std::optional<QString> text(const QJsonValue& value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

/// Local times without a zone are the service's, which runs in UTC; `[2026,11,22,10,0,0,123000000]` is Jackson's other
/// way; null is common.
EpochUs time(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInteger() * 1000;
    if (value.isArray()) {
        const QJsonArray parts = value.toArray();
        const auto part = [&](int i) { return parts[i].toInt(); };
        const QDateTime at(QDate(part(0), part(1), part(2)), QTime(part(3), part(4), part(5)), Qt::UTC);
        return at.isValid() ? at.toMSecsSinceEpoch() * 1000 + part(6) / 1000 : 0;
    }
    QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!at.isValid())
        return 0;
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    return at.toMSecsSinceEpoch() * 1000;
}

NotificationService::Row rowFrom(const QJsonObject& json)
{
    NotificationService::Row read;
    TemplateRow& row = read.row;
    row.id = json["id"_L1].toString();
    row.channel = json["channel"_L1].toString();
    row.name = json["name"_L1].toString();
    row.title = text(json["title"_L1]);
    row.checksum = json["checksum"_L1].toString();
    row.createdAt = time(json["createdAt"_L1]);
    row.updatedAt = time(json["updatedAt"_L1]);
    row.extTemplateId = text(json["extTemplateId"_L1]);
    if (const EpochUs published = time(json["extPublishedAt"_L1]))
        row.extPublishedAt = published;
    read.attributesKnown = json["attributes"_L1].isArray();
    for (const QJsonValue& attribute : json["attributes"_L1].toArray())
        row.attributes.insert(attribute["name"_L1].toString(), attribute["value"_L1].toString());
    return read;
}

/// What the service says of a failure; its stack traces are left out.
QString wordsOf(const HttpResponse& answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    QString words = json["message"_L1].toString();
    if (words.isEmpty())
        words = json["error"_L1].toString();
    words = words.section(u'\n', 0, 0).left(300);
    const QString status = u"HTTP %1"_s.arg(answer.status);
    return words.isEmpty() ? status : status + u", "_s + words;
}

} // namespace

QString ServiceAccess::name() const
{
    return httpurl::host(url);
}

NotificationService::NotificationService(ServiceAccess access)
    : m_access(std::move(access))
    , m_name(m_access.name())
    , m_client(m_access.limits)
{
}

QString NotificationService::below(const QString& path) const
{
    return httpurl::below(m_access.url, u"api/notifications/templates/"_s + path);
}

bool NotificationService::canName(const QString& templateName)
{
    return !templateName.contains(u':') && !templateName.contains(u';') && !templateName.contains(u'/')
        && !templateName.contains(u'%');
}

Result<HttpResponse> NotificationService::send(HttpRequest request, const TaskContext& context)
{
    request.headers += {{"X-Access-Token", m_access.token.toUtf8()}, {"Accept", "application/json"}};
    request.repeatable = true; // reading, putting and deleting may all happen twice
    auto answer = m_client.send(request, context);
    if (!answer)
        return answer;
    if (answer->status == 401 || answer->status == 403)
        return fail(errors::serviceRefused, m_name, wordsOf(*answer), Next::Abort);
    if (!answer->ok() && !(request.method == "DELETE" && answer->status == 404))
        return fail(errors::serviceAnswer, m_name, wordsOf(*answer), Next::Retry);
    return answer;
}

Result<QList<NotificationService::Row>> NotificationService::rows(const TaskContext& context)
{
    HttpRequest request;
    request.url = below({});
    const auto answer = send(request, context);
    if (!answer)
        return fail(answer.error());
    const QJsonDocument json = QJsonDocument::fromJson(answer->body);
    if (!json.isArray())
        return fail(errors::serviceAnswer, m_name, u"no list of templates"_s, Next::Abort);
    QList<Row> rows;
    for (const QJsonValue& value : json.array()) {
        const Row row = rowFrom(value.toObject());
        if (row.row.id.isEmpty() || row.row.name.isEmpty() || row.row.channel.isEmpty())
            return fail(errors::serviceAnswer, m_name, u"a template without id, name or channel"_s, Next::Abort);
        rows.append(row);
    }
    return rows;
}

Result<NotificationService::Row> NotificationService::put(const TemplateValues& values, const TaskContext& context)
{
    QJsonArray attributes;
    for (auto it = values.attributes.cbegin(); it != values.attributes.cend(); ++it)
        attributes.append(QJsonObject{{u"name"_s, it.key()}, {u"value"_s, it.value()}});
    HttpRequest request;
    request.method = "PUT";
    request.url = below(values.channel + u':' + QString::fromLatin1(QUrl::toPercentEncoding(values.name)));
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{u"title"_s, values.title ? QJsonValue(*values.title) : QJsonValue()},
                                     {u"content"_s, QString::fromUtf8(values.content)}, {u"attributes"_s, attributes}})
                       .toJson(QJsonDocument::Compact);
    const auto answer = send(request, context);
    if (!answer)
        return fail(answer.error());
    return rowFrom(QJsonDocument::fromJson(answer->body).object());
}

Result<void> NotificationService::remove(const QString& id, const TaskContext& context)
{
    HttpRequest request;
    request.method = "DELETE";
    request.url = below(QString::fromLatin1(QUrl::toPercentEncoding(id)));
    const auto answer = send(request, context);
    return answer ? Result<void>() : fail(answer.error());
}

} // namespace nc
