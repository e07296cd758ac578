#include "widgets/overview/overviewfacts.h"

#include "channels/valuesfile.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/letters/deadletterstore.h"
#include "failures/verdicts/letterrenderer.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "postgres/connection.h"
#include "postgres/templatestore.h"
#include "publish/plan/sourceadapter.h"
#include "publish/run/publisher.h"
#include "render/templateengine.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::overview {

static constexpr int daysShown = 7;

static Result<KafkaAccess> kafkaOf(ProfileAccess& access, const TaskContext& task)
{
    const auto secrets = access.secrets(task);
    if (!secrets)
        return fail(secrets.error());
    return KafkaAccess(access.profile().kafka, {secrets->kafka, secrets->key, secrets->registry});
}

static bool isDeadLetterTopic(const QString& topic, const QStringList& suffixes)
{
    return std::ranges::any_of(suffixes, [&topic](const QString& suffix) { return topic.endsWith(suffix); });
}

Result<KafkaFacts> kafkaFacts(ProfileAccess& access, const QStringList& suffixes, const TaskContext& task)
{
    const auto kafka = kafkaOf(access, task);
    if (!kafka)
        return fail(kafka.error());
    auto admin = ClusterAdmin::open(*kafka);
    if (!admin)
        return fail(admin.error());
    const auto cluster = (*admin)->cluster(task);
    if (!cluster)
        return fail(cluster.error());
    const auto topics = (*admin)->listTopics({}, task);
    if (!topics)
        return fail(topics.error());
    KafkaFacts facts;
    facts.brokers = cluster->brokers.size();
    facts.topics = topics->size();
    for (const TopicInfo& topic : *topics) {
        facts.records += topic.records();
        if (std::ranges::any_of(topic.partitions, [](const PartitionInfo& p) { return p.leader < 0; }))
            facts.leaderless.append(topic.topic);
        if (isDeadLetterTopic(topic.topic, suffixes))
            facts.deadLetterTopics.append(topic.topic);
    }
    return facts;
}

Result<DatabaseFacts> databaseFacts(ProfileAccess& access, const TaskContext& task)
{
    const auto secrets = access.secrets(task);
    if (!secrets)
        return fail(secrets.error());
    auto connection = Connection::open({access.profile().database, secrets->database}, task);
    if (!connection)
        return fail(connection.error());
    const auto rows = TemplateStore(**connection).rows(task);
    if (!rows)
        return fail(rows.error());
    const int version = (*connection)->serverVersion();
    return DatabaseFacts{
        (*connection)->name(), u"PostgreSQL %1.%2"_s.arg(version / 10000).arg(version % 10000), rows->size()};
}

static QList<EpochMs> lastDays()
{
    QList<EpochMs> days;
    for (int i = daysShown - 1; i >= 0; --i)
        days.append(QDate::currentDate().addDays(-i).startOfDay().toMSecsSinceEpoch());
    return days;
}

Result<DeadLetterFacts> deadLetterFacts(ProfileAccess& access, const QStringList& suffixes, const TaskContext& task)
{
    const auto kafka = kafkaOf(access, task);
    if (!kafka)
        return fail(kafka.error());
    auto admin = ClusterAdmin::open(*kafka);
    if (!admin)
        return fail(admin.error());
    const auto topics = (*admin)->listTopics({.watermarks = false}, task);
    if (!topics)
        return fail(topics.error());
    QStringList names;
    for (const TopicInfo& topic : *topics) {
        if (isDeadLetterTopic(topic.topic, suffixes))
            names.append(topic.topic);
    }
    DeadLetterFacts facts;
    facts.days = lastDays();
    QList<EpochMs> boundaries = facts.days;
    boundaries.append(QDate::currentDate().addDays(1).startOfDay().toMSecsSinceEpoch());
    auto timelines = recordTimelines(*kafka, names, boundaries, task);
    if (!timelines)
        return fail(timelines.error());
    for (const RecordTimeline& topic : *timelines) {
        if (topic.total == 0) {
            ++facts.empty;
            continue;
        }
        facts.total += topic.total;
        facts.today += topic.counts.isEmpty() ? 0 : topic.counts.last();
        facts.topics.append(topic);
    }
    std::ranges::sort(facts.topics, std::ranges::greater(), &RecordTimeline::total);
    facts.open = facts.total;
    auto store = DeadLetterStore::open(*kafka);
    const auto states = store ? (*store)->topics(task) : Result<QList<LetterTopic>>(fail(store.error()));
    if (states) {
        facts.open = 0;
        for (const LetterTopic& topic : *states)
            facts.open += topic.open;
    }
    return facts;
}

Result<SilentFacts> silentFacts(
    ProfileAccess& access, const QString& localLedger, std::shared_ptr<RenderMemory> memory, const TaskContext& task)
{
    const auto kafka = kafkaOf(access, task);
    if (!kafka)
        return fail(kafka.error());
    const auto store = DeliveryStore::open(*kafka, localLedger);
    if (!store)
        return fail(store.error());
    DeliveryQuery query;
    query.failedOnly = true;
    const auto found = (*store)->read(query, task);
    SilentFacts facts;
    if (!found)
        return found.error().is(errors::unknownTopic) ? Result<SilentFacts>(facts) : fail(found.error());
    facts.audited = true;
    JudgeAccess judging{*kafka, localLedger, {}, access.profile().serviceVersion, access.profile().registry};
    if (const auto secrets = access.secrets(task); secrets && !access.profile().database.isEmpty())
        judging.database = DatabaseTarget{access.profile().database, secrets->database};
    CauseFinder finder(std::move(judging), std::move(memory));
    const auto verdictOf = [&](const Delivery& row) {
        return row.state == DeliveryState::Open ? finder.verdictOf(row, task) : Verdict();
    };
    for (const DeliveryGroup& group : groupDeliveries(found->rows, verdictOf)) {
        facts.all += group.count;
        facts.open += group.open;
        if (group.open > 0 && facts.causes.size() < 2)
            facts.causes.append({group.open, group.found});
    }
    facts.days = lastDays();
    for (const Delivery& row : found->rows) {
        const auto after = std::ranges::upper_bound(facts.days, row.audit.at);
        if (!row.isFailure() || after == facts.days.begin())
            continue;
        QList<qint64>& counts = facts.counts[row.audit.channel];
        counts.resize(facts.days.size());
        ++counts[std::distance(facts.days.begin(), after) - 1];
    }
    return facts;
}

Result<ChannelFacts> channelFacts(const QString& registryFolder, const TaskContext&)
{
    const auto file = ValuesFile::load(registryFolder);
    if (!file)
        return fail(file.error());
    if (file->error())
        return fail(*file->error());
    ChannelFacts facts;
    for (const ChannelProblem& problem : file->problems()) {
        facts.errors += problem.severity == ChannelProblem::Severity::Error;
        facts.warnings += problem.severity == ChannelProblem::Severity::Warning;
    }
    const ChannelSettings settings = file->settings();
    if (settings.email.type == EmailSettings::Type::External)
        facts.email = settings.email.host + u':' + settings.email.portText;
    else
        facts.email = settings.email.typeText;
    facts.diia = settings.diia.url;
    return facts;
}

Result<TemplateFacts> templateFacts(ProfileAccess& access, const TaskContext& task)
{
    const auto secrets = access.secrets(task);
    if (!secrets)
        return fail(secrets.error());
    // The helper is started only for letters that are not in the cache.
    TemplateEngine engine;
    const TemplateLibrary library(access.profile().regulation, engine, PreparedCache::defaultFolder());
    const auto publishables = library.publishables(task, {}, false);
    if (!publishables)
        return fail(publishables.error());
    const auto plan =
        Publisher({access.profile().database, secrets->database}).plan(toPublishSources(*publishables), task);
    if (!plan)
        return fail(plan.error());
    TemplateFacts facts;
    facts.all = publishables->size();
    facts.databaseOnly = plan->count(PlanAction::DatabaseOnly);
    for (const PlanItem& item : plan->items) {
        if (item.impossible || item.problems > 0)
            ++facts.blocked;
        else if (item.action == PlanAction::Create)
            ++facts.fresh;
        else if (item.action == PlanAction::Update)
            ++facts.changed;
    }
    return facts;
}

} // namespace nc::overview
