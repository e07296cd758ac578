#include "impact/impactsession.h"

#include "core/deliver.h"
#include "impact/errors.h"
#include "publish/errors.h"
#include "publish/published.h"

using namespace Qt::StringLiterals;

namespace nc {

ImpactSession::ImpactSession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_engine(std::move(engine))
{
}

ImpactSession::~ImpactSession()
{
    m_running.cancel();
}

void ImpactSession::setPlace(const Place& place)
{
    cancel();
    m_place = place;
}

void ImpactSession::cancel()
{
    m_running.cancel();
    ++m_generation;
}

void ImpactSession::judge(const TemplateKey& key, const QByteArray& edited, qsizetype last)
{
    cancel();
    auto started = m_tasks.start<ImpactReport>(u"impact"_s, key.toString(),
        [place = m_place, engine = m_engine, key, edited, last](TaskContext& context) -> Result<ImpactReport> {
            const auto database = place.database(context);
            if (!database)
                return fail(database.error());
            const auto published = readPublished(*database, key.toString(), context);
            if (!published && !published.error().is(errors::notPublished))
                return fail(published.error());
            const auto kafka = place.kafka(context);
            if (!kafka)
                return fail(kafka.error());
            const auto events = readImpactEvents(*kafka, key, last, context);
            if (!events)
                return fail(events.error());
            if (events->events.isEmpty())
                return fail(errors::impactNoEvents, key.toString());
            return judgeImpact(
                key, published ? std::optional(published->content) : std::nullopt, edited, *events, *engine, context);
        });
    m_running = started.cancel;
    deliver(started.future, this, [this, generation = m_generation, key](const Result<ImpactReport>& report) {
        if (generation != m_generation)
            return;
        if (report)
            Q_EMIT judged(*report);
        else
            Q_EMIT failed(key.toString(), report.error());
    });
}

} // namespace nc
