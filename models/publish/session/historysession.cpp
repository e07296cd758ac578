#include "publish/session/historysession.h"

#include "core/deliver.h"
#include "core/whoami.h"
#include "publish/history/templatehistory.h"
#include "publish/run/publisher.h"

using namespace Qt::StringLiterals;

namespace nc {

HistorySession::HistorySession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_engine(std::move(engine))
{
}

HistorySession::~HistorySession()
{
    m_loading.cancel();
    m_rendering.cancel();
}

void HistorySession::setPlace(const Place& place)
{
    m_loading.cancel();
    m_rendering.cancel();
    ++m_generation;
    ++m_renderGeneration;
    m_place = place;
}

void HistorySession::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void HistorySession::load(const QString& key)
{
    m_loading.cancel();
    auto started = m_tasks.start<QList<TemplateVersion>>(
        u"history"_s, key,
        [place = m_place, key](TaskContext& context) -> Result<QList<TemplateVersion>> {
            const auto database = place.database(context);
            if (!database)
                return fail(database.error());
            const PublishHistory history(place.historyFolder, database->conninfo, whoAmI());
            return readVersions(history, *database, key, context);
        },
        false);
    m_loading = started.cancel;
    deliver(
        started.future, this, [this, key, generation = ++m_generation](const Result<QList<TemplateVersion>>& versions) {
            if (generation != m_generation)
                return;
            if (versions)
                Q_EMIT loaded(key, *versions);
            else
                Q_EMIT failed(key, versions.error());
        });
}

void HistorySession::render(const TemplateVersion& version)
{
    m_rendering.cancel();
    const quint64 generation = ++m_renderGeneration;
    const auto key = TemplateKey::fromString(version.row.key());
    if (!key || !version.content)
        return;
    auto started = m_tasks.start<DraftPreview>(
        u"render"_s, version.row.key(),
        [place = m_place, engine = m_engine, key = *key, version](TaskContext& context) -> Result<DraftPreview> {
            const auto sample = keptSample(place.configFolder, place.regulation, key);
            return renderStored(
                *engine, {key, *version.content, version.row.title, version.row.attributes}, sample, context);
        },
        false);
    m_rendering = started.cancel;
    deliver(started.future, this, [this, generation, number = version.number](const Result<DraftPreview>& preview) {
        if (generation != m_renderGeneration)
            return;
        if (preview)
            Q_EMIT rendered(number, *preview);
        else
            Q_EMIT renderFailed(number, preview.error());
    });
}

void HistorySession::restore(const AskedGate& gate, const TemplateVersion& version)
{
    if (m_busy)
        return;
    setBusy(true);
    auto started = m_tasks.start<PublishReport>(u"restore"_s, version.row.key(),
        [place = m_place, version, gate](TaskContext& context) -> Result<PublishReport> {
            const auto put = [&](const Pass& pass) -> Result<PublishReport> {
                const auto database = place.database(context);
                if (!database)
                    return fail(database.error());
                const auto source = sourceOf(version);
                if (!source)
                    return fail(source.error());
                PublishHistory history(place.historyFolder, database->conninfo, whoAmI());
                PublishRequest request;
                request.sources = {*source};
                request.only = {source->key()};
                request.restored = version.number;
                std::unique_ptr<DiiaService> diia;
                if (place.diia)
                    diia = std::make_unique<DiiaService>(
                        place.diia, RegistrationJournal(place.historyFolder, database->conninfo, whoAmI()));
                return Publisher(*database, diia.get(), &history).publish(pass, request, context);
            };
            return gate.through(Operation::Restore, {version.row.key(), QString::number(version.number)}, put,
                [](const PublishReport& report, Ending& ending) { ending = endingOf(report); });
        });
    deliver(started.future, this, [this](const Result<PublishReport>& report) {
        setBusy(false);
        if (!report)
            Q_EMIT restoreFailed(report.error());
        else
            Q_EMIT restored(*report);
    });
}

} // namespace nc
