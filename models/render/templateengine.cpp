#include "render/templateengine.h"

#include "render/engineanswers.h"
#include "render/engineconnection.h"
#include "render/errors.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto grace = 500ms; // the helper stops a template itself; this long after that it is killed
constexpr auto batchLimit = 60s;
constexpr auto perMegabyte = 3s; // what FreeMarker's reader takes for one word of that length on a slow machine
constexpr auto letterLimit = 5s;
constexpr qsizetype batchTemplates = 100;
constexpr qsizetype batchCharacters = 1'000'000;

/// No template runs in these requests, so they come to an end; only not always soon.
Error tooLarge(Error error, qsizetype characters)
{
    if (error.is(errors::timeLimit))
        return {errors::checkLimit, QString::number(characters), error.detail};
    return error;
}

} // namespace

class TemplateEngine::Private {
public:
    explicit Private(QString jar)
        : connection(std::move(jar))
    {
    }

    /// The helper's list of results for `items`, asked for in batches.
    template <class T, class Make>
    Result<QList<T>> many(const QString& method, const QList<QJsonObject>& items, const TaskContext& task, Make make)
    {
        QList<T> results;
        results.reserve(items.size());
        while (results.size() < items.size()) {
            QJsonArray batch;
            qsizetype characters = 0;
            for (qsizetype i = results.size(); i < items.size() && batch.size() < batchTemplates; ++i) {
                characters += items[i].value("text"_L1).toString().size();
                if (characters > batchCharacters && !batch.isEmpty())
                    break;
                batch.append(items[i]);
            }
            const auto limit = batchLimit + perMegabyte * (characters / 1'000'000);
            const auto answer = connection.call(method, {{u"templates"_s, batch}}, limit, task);
            if (!answer)
                return fail(tooLarge(answer.error(), characters));
            if (answer->error)
                return fail(engineanswers::fault(*answer->error).error);
            const QJsonArray array = answer->result.toArray();
            if (array.size() != batch.size())
                return fail(errors::engineAnswer, method);
            for (const QJsonValue& value : array)
                results.append(make(value.toObject()));
            task.report(results.size(), items.size());
        }
        return results;
    }

    /// One answer; errors of the helper's own are errors.
    Result<QJsonValue> one(const QString& method, const QJsonObject& params, const TaskContext& task)
    {
        auto answer = connection.call(method, params, letterLimit, task);
        if (!answer) {
            qsizetype characters = 0;
            for (const QJsonValue& value : params)
                characters += value.toString().size();
            return fail(tooLarge(answer.error(), characters));
        }
        if (answer->error)
            return fail(engineanswers::fault(*answer->error).error);
        return answer->result;
    }

    EngineConnection connection;
};

TemplateEngine::TemplateEngine(QString jar)
    : d(std::make_unique<Private>(std::move(jar)))
{
}

TemplateEngine::~TemplateEngine() = default;

Result<EngineVersion> TemplateEngine::version(const TaskContext& task)
{
    return d->connection.version(task);
}

Result<QList<Prepared>> TemplateEngine::prepareMany(const QList<PrepareRequest>& requests, const TaskContext& task)
{
    QList<QJsonObject> items;
    items.reserve(requests.size());
    for (const PrepareRequest& request : requests)
        items.append({{u"directory"_s, request.directory}, {u"text"_s, request.text}});
    return d->many<Prepared>(u"prepare"_s, items, task, engineanswers::prepared);
}

Result<Prepared> TemplateEngine::prepare(const PrepareRequest& request, const TaskContext& task)
{
    auto many = prepareMany({request}, task);
    if (!many)
        return fail(many.error());
    return many->takeFirst();
}

Result<QList<Inspection>> TemplateEngine::inspectMany(const QList<InspectRequest>& requests, const TaskContext& task)
{
    QList<QJsonObject> items;
    items.reserve(requests.size());
    for (const InspectRequest& request : requests)
        items.append({{u"name"_s, request.name}, {u"text"_s, request.text}});
    return d->many<Inspection>(u"inspect"_s, items, task, engineanswers::inspection);
}

Result<Inspection> TemplateEngine::inspect(const InspectRequest& request, const TaskContext& task)
{
    auto many = inspectMany({request}, task);
    if (!many)
        return fail(many.error());
    return many->takeFirst();
}

std::expected<QString, TemplateFault> TemplateEngine::render(const RenderRequest& request, const TaskContext& task)
{
    const QJsonObject params{
        {u"name"_s, request.name},
        {u"text"_s, request.text},
        {u"data"_s, QString::fromUtf8(request.data)},
        {u"timeMs"_s, static_cast<qint64>(request.timeLimit.count())},
        {u"maxBytes"_s, request.outputLimit},
    };
    const auto answer = d->connection.call(u"render"_s, params, request.timeLimit + grace, task);
    if (!answer)
        return std::unexpected(TemplateFault{answer.error()});
    if (answer->error)
        return std::unexpected(engineanswers::fault(*answer->error));
    return answer->result["text"_L1].toString();
}

Result<QString> TemplateEngine::plainText(const QString& html, const TaskContext& task)
{
    const auto answer = d->one(u"plain"_s, {{u"html"_s, html}}, task);
    if (!answer)
        return fail(answer.error());
    return (*answer)["text"_L1].toString();
}

Result<LetterComparison> TemplateEngine::compareLetters(
    const QString& left, const QString& right, const TaskContext& task)
{
    const auto answer = d->one(u"compare"_s, {{u"left"_s, left}, {u"right"_s, right}}, task);
    if (!answer)
        return fail(answer.error());
    const QJsonObject json = answer->toObject();
    return LetterComparison{json.value("left"_L1).toString(), json.value("right"_L1).toString(),
        json.value("leftText"_L1).toString(), json.value("rightText"_L1).toString(), json.value("changes"_L1).toInt()};
}

void TemplateEngine::stop()
{
    d->connection.stop();
}

} // namespace nc
