#include "failures/ledger/writerfence.h"

#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "gate/errors.h"
#include "kafka/client/errors.h"
#include "kafka/client/missingright.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Result<std::unique_ptr<TransactionalProducer>> take(
    const KafkaAccess& access, const FenceRequest& request, const QString& topic, const TaskContext& task)
{
    TransactionSettings settings;
    settings.transactionalId = transactionalIdFor(request.clusterId, topic);
    settings.batchBytes = request.batchBytes;
    if (!request.pass)
        return fail(errors::wrongPass, topic);
    auto made = TransactionalProducer::open(access, settings, *request.pass, task);
    return made ? std::move(made) : fail(explainWriting(made.error(), topic));
}

/// Whoever was fenced between the two learns it here: the broker refuses even a record that is never committed.
Result<void> stillMine(TransactionalProducer& producer, const QString& topic, const TaskContext& task)
{
    const auto explained = [&topic](const Error& error) { return fail(explainWriting(error, topic)); };
    if (const auto begun = producer.begin(); !begun)
        return explained(begun.error());
    Record probe;
    probe.topic = ledgerTopicName();
    probe.partition = 0;
    probe.key = QByteArray();
    if (const auto sent = producer.send(probe, task); !sent)
        return explained(sent.error());
    const auto settled = producer.settle(task);
    if (!settled)
        return explained(settled.error());
    for (const SendOutcome& outcome : *settled) {
        if (!outcome.ok())
            return explained(outcome.error.value_or(Error{errors::kafkaFailed, topic, {}, Next::Abort}));
    }
    const auto aborted = producer.abort();
    return aborted ? aborted : Result<void>(explained(aborted.error()));
}

} // namespace

QByteArray transactionalIdFor(const QString& clusterId, const QString& topic)
{
    return "notification-console." + clusterId.toUtf8() + '.' + topic.toUtf8();
}

Error explainWriting(Error error, const QString& topic)
{
    if (error.is(errors::kafkaFenced))
        return {errors::replayFenced, topic, error.detail, Next::Fatal};
    const bool exactlyOnceTakesIt = error.subject == rightSubject(RightOn::Topic, ledgerTopicName())
        || error.subject.startsWith(rightSubject(RightOn::TransactionalId, {}))
        || error.subject.startsWith(rightSubject(RightOn::Cluster, {}));
    if (error.is(errors::kafkaForbidden) && exactlyOnceTakesIt)
        return {errors::transactionsForbidden, error.subject, error.detail, Next::Fatal};
    return error;
}

Result<WriterFence> takeWriterFence(const KafkaAccess& access, const FenceRequest& request,
    const std::function<Result<void>()>& ledgerReady, const TaskContext& task)
{
    WriterFence fence;
    // Everybody in the same order.
    QStringList order{request.topic};
    if (!request.otherTopic.isEmpty())
        order.append(request.otherTopic);
    std::ranges::sort(order);
    for (const QString& topic : std::as_const(order)) {
        auto made = take(access, request, topic, task);
        if (!made)
            return fail(made.error());
        (topic == request.topic ? fence.writer : fence.other) = std::move(*made);
    }
    if (const auto ready = ledgerReady(); !ready)
        return fail(explainWriting(ready.error(), request.topic));
    for (const QString& target : QStringList{ledgerTopicName()} + request.targets)
        fence.writer->warm(target);
    if (fence.other) {
        fence.other->warm(ledgerTopicName());
        for (TransactionalProducer* producer : {fence.other.get(), fence.writer.get()}) {
            if (const auto mine = stillMine(*producer, request.topic, task); !mine)
                return fail(mine.error());
        }
    }
    return fence;
}

} // namespace nc
