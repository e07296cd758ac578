#include "render/templateengine.h"

#include "render/engineanswers.h"
#include "render/enginelauncher.h"
#include "render/errors.h"

#include <QJsonArray>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr int slots = 2; // threads of the helper: more at once would only wait there, with their time running
constexpr auto grace = 500ms; // the helper stops a template itself; this long after that it is killed
constexpr auto batchLimit = 60s;
constexpr qsizetype batchTemplates = 100;
constexpr qsizetype batchCharacters = 1'000'000;
constexpr int outOfMemoryExit = 3;

Error withTimeLimit(Error error)
{
    if (error.is(errors::timedOut))
        error.code = errors::timeLimit;
    return error;
}

/// Holds one of the helper's threads.
class Slot {
public:
    Slot(std::counting_semaphore<slots>& semaphore, const TaskContext& task)
        : m_semaphore(semaphore)
    {
        while (!m_taken && !task.isCancelled())
            m_taken = m_semaphore.try_acquire_for(50ms);
    }
    ~Slot()
    {
        if (m_taken)
            m_semaphore.release();
    }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    bool isTaken() const { return m_taken; }

private:
    std::counting_semaphore<slots>& m_semaphore;
    bool m_taken = false;
};

} // namespace

class TemplateEngine::Private {
public:
    explicit Private(QString jar)
        : launcher(std::move(jar))
    {
    }

    Result<EngineLauncher::Launched> running(const TaskContext& task)
    {
        const std::lock_guard lock(mutex);
        if (current.process && current.process->isAlive())
            return current;
        current = {};
        auto launched = launcher.launch(task);
        if (launched)
            current = *launched;
        return launched;
    }

    Result<HelperProcess::Answer> call(const QString& method, const QJsonObject& params,
                                       std::chrono::milliseconds limit, const TaskContext& task)
    {
        const Slot slot(semaphore, task);
        if (!slot.isTaken())
            return TaskContext::cancelled();
        for (int attempt = 0;; ++attempt) {
            const auto launched = running(task);
            if (!launched)
                return fail(launched.error());
            auto answer = launched->process->call(method, params, limit, task);
            if (answer || !answer.error().is(errors::engineCrashed))
                return answer;
            // It may have been killed for its neighbour; what it is asked changes nothing, so ask again.
            if (attempt >= 2) {
                if (launched->process->end().exitCode == outOfMemoryExit)
                    return fail(errors::memoryLimit);
                return answer;
            }
        }
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
            const auto answer = call(method, {{u"templates"_s, batch}}, batchLimit, task);
            if (!answer)
                return fail(withTimeLimit(answer.error()));
            if (!answer->error.isEmpty())
                return fail(engineanswers::fault(answer->error).error);
            const QJsonArray array = answer->result.toArray();
            if (array.size() != batch.size())
                return fail(errors::engineAnswer, method);
            for (const QJsonValue& value : array)
                results.append(make(value.toObject()));
            task.report(results.size(), items.size());
        }
        return results;
    }

    EngineLauncher launcher;
    std::mutex mutex;
    std::counting_semaphore<slots> semaphore{slots};
    EngineLauncher::Launched current;
};

TemplateEngine::TemplateEngine(QString jar)
    : d(std::make_unique<Private>(std::move(jar)))
{
}

TemplateEngine::~TemplateEngine() = default;

Result<EngineVersion> TemplateEngine::version(const TaskContext& task)
{
    const auto launched = d->running(task);
    if (!launched)
        return fail(launched.error());
    return launched->version;
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
    const auto answer = d->call(u"render"_s, params, request.timeLimit + grace, task);
    if (!answer)
        return std::unexpected(TemplateFault{withTimeLimit(answer.error())});
    if (!answer->error.isEmpty())
        return std::unexpected(engineanswers::fault(answer->error));
    return answer->result["text"_L1].toString();
}

void TemplateEngine::stop()
{
    const std::lock_guard lock(d->mutex);
    d->current = {};
}

} // namespace nc
