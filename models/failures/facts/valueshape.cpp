#include "failures/facts/valueshape.h"

#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

enum class Shape { Text, Truth, Realm, Object, List };

struct Field {
    const char16_t* path; ///< `[]` stands for each entry of a list
    Shape shape;
};

constexpr Field contextFields[] = {{u"context", Shape::Object}, {u"context.system", Shape::Text},
    {u"context.application", Shape::Text}, {u"context.businessProcess", Shape::Text},
    {u"context.businessProcessDefinitionId", Shape::Text}, {u"context.businessProcessInstanceId", Shape::Text},
    {u"context.businessActivity", Shape::Text}, {u"context.businessActivityInstanceId", Shape::Text},
    {u"notification", Shape::Object}};

constexpr Field eventFields[] = {{u"notification.title", Shape::Text}, {u"notification.templateName", Shape::Text},
    {u"notification.ignoreChannelPreferences", Shape::Truth}, {u"recipients", Shape::List},
    {u"recipients[]", Shape::Object}, {u"recipients[].id", Shape::Text}, {u"recipients[].realm", Shape::Realm},
    {u"recipients[].parameters", Shape::Object}, {u"recipients[].channels", Shape::List},
    {u"recipients[].channels[]", Shape::Object}, {u"recipients[].channels[].channel", Shape::Text},
    {u"recipients[].channels[].email", Shape::Text}, {u"recipients[].channels[].rnokpp", Shape::Text}};

constexpr Field messageFields[] = {{u"notification.subject", Shape::Text}, {u"notification.message", Shape::Text},
    {u"recipient", Shape::Object}, {u"recipient.id", Shape::Text}, {u"recipient.email", Shape::Text},
    {u"recipientName", Shape::Text}, {u"recipientRealm", Shape::Realm}};

constexpr Field diiaFields[] = {{u"diiaNotificationDto", Shape::Object},
    {u"diiaNotificationDto.templateName", Shape::Text}, {u"diiaNotificationDto.externalTemplateId", Shape::Text},
    {u"recipient", Shape::Object}, {u"recipient.id", Shape::Text}, {u"recipient.rnokpp", Shape::Text},
    {u"recipient.parameters", Shape::List}, {u"recipient.parameters[]", Shape::Object},
    {u"recipient.parameters[].key", Shape::Text}, {u"recipient.parameters[].value", Shape::Text}};

std::optional<ShapeProblem> wrong(const QString& path, ErrorCode code, const QString& detail = {})
{
    return ShapeProblem{{code, path, detail, Next::Abort}, path};
}

std::optional<ShapeProblem> problemOf(const QJsonValue& value, Shape shape, const QString& path)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const bool scalar = value.isString() || value.isDouble() || value.isBool();
    switch (shape) {
    case Shape::Text:
        return scalar ? std::nullopt : wrong(path, errors::shapeNoText);
    case Shape::Truth: {
        const QString text = value.toString().toLower();
        const bool good = value.isBool() || value.isDouble() || text == u"true" || text == u"false";
        return good ? std::nullopt : wrong(path, errors::shapeNoTruth);
    }
    case Shape::Realm: {
        // A number counts as its place in the enumeration.
        const QString realm = value.toString();
        const bool good = value.isDouble() || realm == u"OFFICER" || realm == u"CITIZEN";
        return good ? std::nullopt : wrong(path, errors::shapeBadRealm, value.isString() ? realm : QString());
    }
    case Shape::Object:
        if (value.isObject())
            return {};
        return wrong(path, value.isArray() ? errors::shapeListForObject : errors::shapeNoObject);
    case Shape::List:
        return value.isArray() ? std::nullopt : wrong(path, errors::shapeNoList);
    }
    return {};
}

/// Goes down `rest` from `value`, which stands at `path`.
std::optional<ShapeProblem> walk(const QJsonValue& value, QStringView rest, Shape shape, const QString& path)
{
    if (rest.isEmpty())
        return problemOf(value, shape, path);
    if (rest.startsWith(u"[]")) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (auto problem = walk(array[i], rest.sliced(2), shape, path + u"[%1]"_s.arg(i)))
                return problem;
        }
        return {};
    }
    if (rest.startsWith(u'.'))
        rest = rest.sliced(1);
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != u'.' && rest[end] != u'[')
        ++end;
    const QString name = rest.first(end).toString();
    return walk(value.toObject()[name], rest.sliced(end), shape, path.isEmpty() ? name : path + u'.' + name);
}

template <std::size_t size>
std::optional<ShapeProblem> check(const QJsonObject& json, const Field (&fields)[size])
{
    for (const Field& field : fields) {
        if (auto problem = walk(json, QStringView(field.path), field.shape, {}))
            return problem;
    }
    return {};
}

ShapeProblem notJson(const QByteArray& value, qsizetype offset, const QString& words)
{
    const QByteArrayView before = QByteArrayView(value).first(qBound(qsizetype(0), offset, value.size()));
    ShapeProblem problem;
    problem.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    problem.column = static_cast<int>(before.size() - (before.lastIndexOf('\n') + 1)) + 1;
    problem.error = {errors::shapeNotJson, u"%1:%2"_s.arg(problem.line).arg(problem.column), words, Next::Abort};
    return problem;
}

} // namespace

std::optional<QJsonObject> parseLikeService(const QByteArray& value, std::optional<ShapeProblem>* problem)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(value, &error);
    if (error.error == QJsonParseError::GarbageAtEnd)
        document = QJsonDocument::fromJson(value.first(error.offset), &error);
    if (document.isObject())
        return document.object();
    if (!problem)
        return {};
    // A number, a text or null by itself is JSON all the same, only not for Qt.
    const bool isJson = error.error == QJsonParseError::NoError
        || (!value.trimmed().isEmpty() && QJsonDocument::fromJson('[' + value + ']').isArray());
    *problem = isJson ? wrong({}, errors::shapeNotObject, QString::fromUtf8(value.left(40)))
                      : notJson(value, error.offset, error.errorString());
    return {};
}

std::optional<ShapeProblem> shapeProblem(const QJsonObject& json, const QString& topic)
{
    if (!serviceTopics().contains(topic))
        return {};
    if (auto problem = check(json, contextFields))
        return problem;
    const QString channel = channelOfTopic(topic);
    if (channel.isEmpty())
        return check(json, eventFields);
    return channel == u"diia" ? check(json, diiaFields) : check(json, messageFields);
}

std::optional<ShapeProblem> shapeProblem(const QByteArray& value, const QString& topic)
{
    if (!serviceTopics().contains(topic))
        return {};
    std::optional<ShapeProblem> problem;
    const auto json = parseLikeService(value, &problem);
    return json ? shapeProblem(*json, topic) : problem;
}

} // namespace nc
