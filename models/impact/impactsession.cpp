#include "impact/impactsession.h"

#include "core/deliver.h"
#include "impact/errors.h"
#include "publish/plan/errors.h"
#include "publish/plan/published.h"

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
    m_comparing.cancel();
}

void ImpactSession::setPlace(const Place& place)
{
    cancel();
    m_place = place;
}

void ImpactSession::cancel()
{
    m_running.cancel();
    m_comparing.cancel();
    ++m_generation;
    ++m_compareGeneration;
}

void ImpactSession::judge(const TemplateKey& key, const ImpactText& edited, int last)
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
            std::optional<ImpactText> old;
            if (published)
                old = ImpactText{published->content, published->row.title};
            return judgeImpact(key, old, edited, *events, *engine, context);
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

void ImpactSession::compare(const QString& before, const QString& after)
{
    m_comparing.cancel();
    auto started = m_tasks.start<LetterComparison>(
        u"compare"_s, {},
        [engine = m_engine, before, after](
            TaskContext& context) { return engine->compareLetters(before, after, context); },
        false);
    m_comparing = started.cancel;
    deliver(started.future, this, [this, generation = ++m_compareGeneration](const Result<LetterComparison>& letters) {
        if (generation != m_compareGeneration)
            return;
        if (letters)
            Q_EMIT compared(*letters);
        else
            Q_EMIT compareFailed(letters.error());
    });
}

} // namespace nc
