#include "failures/verdicts/judging.h"

#include "channels/valuesfile.h"
#include "failures/deliveries/delivery.h"
#include "failures/letters/deadletter.h"
#include "failures/letters/deadletterstore.h"
#include "failures/verdicts/failurerow.h"
#include "failures/verdicts/verdict.h"
#include "kafka/cluster/admin.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 reportEvery = 50;

/// What the channels' settings say against sending at all.
QHash<QString, Error> channelProblems(const QString& registry)
{
    QHash<QString, Error> out;
    if (registry.isEmpty())
        return out;
    const auto file = ValuesFile::load(registry);
    for (const ChannelProblem& problem : file ? file->problems() : QList<ChannelProblem>()) {
        for (const QString& channel : {u"email"_s, u"diia"_s}) {
            if (problem.severity == ChannelProblem::Severity::Error && problem.key.contains(channel)
                && !out.contains(channel))
                out.insert(channel, problem.error);
        }
    }
    return out;
}

} // namespace

std::optional<PublishedContents> readPublished(const JudgeAccess& access, const TaskContext& task)
{
    if (!access.database)
        return {};
    auto contents = readPublishedContents(*access.database, task);
    return contents ? std::optional(std::move(*contents)) : std::nullopt;
}

VerdictBasis verdictBasis(const JudgeAccess& access, const TaskContext& task)
{
    VerdictBasis basis;
    basis.serviceVersion = access.serviceVersion;
    const bool hasKafka = !access.kafka.connection.bootstrap.isEmpty();
    if (const auto admin = hasKafka ? ClusterAdmin::open(access.kafka) : fail(Error{})) {
        if (auto limits = readTopicLimits(**admin, task))
            basis.topicLimits = std::move(*limits);
    }
    basis.channelProblems = channelProblems(access.registry);
    return basis;
}

void VerdictFeed::put(quint64 place, Verdict verdict)
{
    const std::lock_guard lock(m_mutex);
    m_judged.append({place, std::move(verdict)});
}

QList<VerdictFeed::Judged> VerdictFeed::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_judged, {});
}

Result<qint64> judgeLetters(
    const JudgeAccess& access, const LetterQuery& query, qint64 most, VerdictFeed& feed, const TaskContext& task)
{
    const auto store = DeadLetterStore::open(access.kafka, access.localLedger);
    if (!store)
        return fail(store.error());
    const auto ledger = (*store)->ledger(query.topic, task);
    if (!ledger)
        return fail(ledger.error());
    VerdictJudge judge(readPublished(access, task), verdictBasis(access, task));
    TaskContext quiet = task;
    quiet.progress = {};
    qint64 seen = 0;
    qint64 judged = 0;
    const auto visit = [&](const DeadLetter& letter) {
        ++seen;
        if (!letter.handled()) {
            feed.put(FailureRow::placeKey(letter.record.partition, letter.record.offset), judge.judge(letter, quiet));
            ++judged;
        }
        if (seen % reportEvery == 0)
            task.report(seen);
        return seen < most && !task.isCancelled();
    };
    const auto done = (*store)->read(query, *ledger, visit, quiet, LetterParts::WithoutTraces);
    if (!done)
        return fail(done.error());
    if (task.isCancelled())
        return TaskContext::cancelled();
    return judged;
}

Result<qint64> judgeDeliveries(
    const JudgeAccess& access, const QList<Delivery>& deliveries, VerdictFeed& feed, const TaskContext& task)
{
    VerdictJudge judge(readPublished(access, task), verdictBasis(access, task));
    TaskContext quiet = task;
    quiet.progress = {};
    qint64 judged = 0;
    for (const Delivery& delivery : deliveries) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (delivery.state != DeliveryState::Open)
            continue;
        const RecordPlace& place = delivery.audit.place;
        feed.put(FailureRow::placeKey(place.partition, place.offset), judge.judge(delivery, quiet));
        if (++judged % reportEvery == 0)
            task.report(judged, deliveries.size());
    }
    return judged;
}

} // namespace nc
