#include "publish/session/publishsession.h"

#include "core/deliver.h"
#include "core/errors.h"
#include "core/whoami.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/sourceadapter.h"
#include "publish/plan/tellorigins.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace nc {

/// Results on their way to the GUI thread: collected, so that a thousand of them are a few events.
struct PublishSession::Mailbox {
    std::mutex mutex;
    QList<PublishOutcome> waiting;
    bool posted = false;

    QList<PublishOutcome> empty()
    {
        const std::lock_guard lock(mutex);
        posted = false;
        return std::exchange(waiting, {});
    }
};

/// The publisher of a place, with what it works with.
struct PublishSession::Way {
    std::unique_ptr<PublishHistory> history;
    std::unique_ptr<DiiaService> diia;
    std::unique_ptr<TemplatePublisher> publisher;

    static Result<Way> open(const Place& place, const std::shared_ptr<DiiaTokens>& tokens, const TaskContext& context)
    {
        Way way;
        if (place.service) {
            const auto access = place.service(context);
            if (!access)
                return fail(access.error());
            way.history = std::make_unique<PublishHistory>(place.historyFolder, access->url, whoAmI());
            way.publisher = std::make_unique<ServicePublisher>(*access, way.history.get());
            return way;
        }
        const auto database = place.database(context);
        if (!database)
            return fail(database.error());
        way.history = std::make_unique<PublishHistory>(place.historyFolder, database->conninfo, whoAmI());
        if (place.diia)
            way.diia = std::make_unique<DiiaService>(
                place.diia, RegistrationJournal(place.historyFolder, database->conninfo, whoAmI()), tokens);
        way.publisher = std::make_unique<Publisher>(*database, way.diia.get(), way.history.get());
        return way;
    }
};

PublishSession::PublishSession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_engine(std::move(engine))
{
}

PublishSession::~PublishSession()
{
    cancel();
}

void PublishSession::setPlace(const Place& place)
{
    cancel();
    ++m_generation;
    ++m_compareGeneration;
    m_place = place;
    m_plan.reset();
    m_sources.clear();
    m_sourceOf.clear();
    m_planning = false;
    m_planAgain = false;
    setBusy(false);
}

const PublishSource* PublishSession::source(const QString& key) const
{
    const qsizetype row = m_sourceOf.value(key, -1);
    return row < 0 ? nullptr : &m_sources[row];
}

void PublishSession::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (!busy)
        m_running.reset();
    Q_EMIT busyChanged(busy);
}

void PublishSession::cancel()
{
    if (m_running)
        m_running->cancel();
}

void PublishSession::take(Planned planned)
{
    m_sources = std::move(planned.sources);
    m_sourceOf.clear();
    for (qsizetype i = 0; i < m_sources.size(); ++i)
        m_sourceOf.insert(m_sources[i].key(), i);
    m_plan = std::move(planned.plan);
}

void PublishSession::makePlan()
{
    if (m_busy) {
        // Something may have changed since the one that is being made began to look: another follows it.
        m_planAgain = m_planning;
        return;
    }
    setBusy(true);
    m_planning = true;
    auto started = m_tasks.start<Planned>(
        u"plan"_s, m_place.regulation,
        [engine = m_engine, place = m_place, tokens = m_diiaTokens](TaskContext& context) -> Result<Planned> {
            const TemplateLibrary library(place.regulation, *engine, PreparedCache::defaultFolder());
            const auto publishables = library.publishables(context);
            if (!publishables)
                return fail(publishables.error());
            Planned planned{toPublishSources(*publishables), {}};
            // After reading: an edit in between then counts as not committed.
            if (const auto told = tellOrigins(planned.sources, place.regulation, context); !told)
                return fail(told.error());
            const auto way = Way::open(place, tokens, context);
            if (!way)
                return fail(way.error());
            auto plan = way->publisher->plan(planned.sources, context);
            if (!plan)
                return fail(plan.error());
            planned.plan = std::move(*plan);
            return planned;
        },
        false);
    m_running = started.cancel;
    deliver(started.future, this, [this, generation = ++m_generation](Result<Planned> result) {
        if (generation != m_generation)
            return;
        m_planning = false;
        const bool again = std::exchange(m_planAgain, false) && (result || !result.error().is(errors::cancelled));
        // The one that is out of date already is not shown, lest it be chosen from; but not twice in a row.
        m_skipped = again && !m_skipped;
        if (!again)
            setBusy(false);
        if (m_skipped) {
            m_busy = false; // nobody is told: it goes on
            makePlan();
            return;
        }
        if (result) {
            take(std::move(*result));
            Q_EMIT planned(*m_plan);
        } else if (!again) {
            Q_EMIT failed(result.error());
        }
        if (again && m_busy) {
            m_busy = false; // nobody is told: it goes on
            makePlan();
        }
    });
}

void PublishSession::compare(const QString& key, CompareWhat what)
{
    const PlanItem* item = m_plan ? m_plan->find(key) : nullptr;
    if (!item)
        return;
    m_comparing.cancel();
    const PublishSource* known = source(key);
    const quint64 generation = ++m_compareGeneration;
    auto started = m_tasks.start<PublishComparison>(
        u"compare"_s, key,
        [place = m_place, engine = m_engine, what, item = *item, mine = known ? std::optional(*known) : std::nullopt](
            TaskContext& context) -> Result<PublishComparison> {
            const auto database = place.database(context);
            if (!database)
                return fail(database.error());
            return compareForPublish(what, item, mine ? &*mine : nullptr,
                {place.regulation, place.configFolder, place.historyFolder, *database}, *engine, context);
        },
        false);
    m_comparing = started.cancel;
    deliver(started.future, this, [this, generation, key](const Result<PublishComparison>& comparison) {
        if (generation != m_compareGeneration)
            return;
        if (comparison)
            Q_EMIT compared(*comparison);
        else
            Q_EMIT compareFailed(key, comparison.error());
    });
}

void PublishSession::publish(const QStringList& keys, const QStringList& deletions, bool force, bool committedOnly,
    const QStringList& uncommitted, const QStringList& registerAgain)
{
    if (m_busy || !m_plan)
        return;
    setBusy(true);
    const auto mailbox = std::make_shared<Mailbox>();
    PublishRequest request{m_sources, keys + deletions, !deletions.isEmpty(), force};
    request.seen = m_plan;
    request.committedOnly = committedOnly;
    request.uncommitted = uncommitted;
    const quint64 generation = ++m_generation;
    const QPointer<PublishSession> self(this);
    auto started = m_tasks.start<PublishReport>(u"publish"_s, m_place.regulation,
        [place = m_place, tokens = m_diiaTokens, request, mailbox, self, generation, registerAgain](
            TaskContext& context) -> Result<PublishReport> {
            const auto way = Way::open(place, tokens, context);
            if (!way)
                return fail(way.error());
            if (way->diia)
                way->diia->setRegisterAgain(registerAgain);
            auto report = way->publisher->publish(request, context, [&](const PublishOutcome& outcome) {
                const std::lock_guard lock(mailbox->mutex);
                mailbox->waiting.append(outcome);
                if (std::exchange(mailbox->posted, true))
                    return;
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [mailbox, self, generation] {
                        const QList<PublishOutcome> come = mailbox->empty();
                        if (self && self->m_generation == generation)
                            Q_EMIT self->outcomes(come);
                    },
                    Qt::QueuedConnection);
            });
            if (report && way->diia) {
                report->diiaUnregistered = way->diia->unregistered();
                report->diiaRepaired = way->diia->repaired();
            }
            return report;
        });
    m_running = started.cancel;
    deliver(started.future, this, [this, generation, mailbox](const Result<PublishReport>& report) {
        if (generation != m_generation)
            return;
        if (const QList<PublishOutcome> rest = mailbox->empty(); !rest.isEmpty())
            Q_EMIT outcomes(rest);
        setBusy(false);
        if (report)
            Q_EMIT finished(*report);
        else
            Q_EMIT failed(report.error());
    });
}

} // namespace nc
