#include "kafka/schemas/valueschema.h"

#include "kafka/client/errors.h"

#include <QJsonDocument>
#include <QStringList>

#include <exception>
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// QJsonDocument reads objects and lists only; anything else is looked at as the one element of a list.
QJsonValue parsed(QByteArrayView text, QString& problem)
{
    QByteArray wrapped = "[";
    wrapped.append(text.data(), text.size()).append(']');
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped, &error);
    const QJsonArray list = document.array();
    if (error.error != QJsonParseError::NoError)
        problem = error.errorString();
    else if (list.size() != 1)
        problem = u"not one JSON value"_s;
    return list.at(0);
}

} // namespace

struct ValueSchema::Private {
    valijson::Schema schema;
};

ValueSchema::ValueSchema(std::shared_ptr<const Private> priv)
    : d(std::move(priv))
{
}

Result<ValueSchema> ValueSchema::parse(const QByteArray& schema)
{
    QString problem;
    const QJsonValue value = parsed(schema, problem);
    if (!problem.isEmpty())
        return fail(errors::badValueSchema, problem);
    if (!value.isObject())
        return fail(errors::badValueSchema, u"not a JSON object"_s);
    auto priv = std::make_shared<Private>();
    try {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::QtJsonAdapter(value), priv->schema);
    } catch (const std::exception& thrown) {
        return fail(errors::badValueSchema, QString::fromUtf8(thrown.what()));
    }
    return ValueSchema(std::move(priv));
}

QString ValueSchema::problemOf(QByteArrayView text) const
{
    QString problem;
    const QJsonValue value = parsed(text, problem);
    if (!problem.isEmpty())
        return problem;
    valijson::ValidationResults results;
    try {
        valijson::Validator validator;
        if (validator.validate(d->schema, valijson::adapters::QtJsonAdapter(value), &results))
            return {};
    } catch (const std::exception& thrown) {
        return QString::fromUtf8(thrown.what()); // a pattern that no expression is
    }
    // The first is the outermost; the last is the place itself.
    QString place;
    QString words = u"does not fit"_s;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        place.clear();
        for (const std::string& step : error.context)
            place += QString::fromStdString(step);
        words = QString::fromStdString(error.description);
    }
    return place + u": "_s + words;
}

} // namespace nc
