#include "widgets/deadletters/sendjob.h"

#include "deadletters/deliverystore.h"
#include "deadletters/letterlist.h"
#include "deadletters/platformtopics.h"
#include "deadletters/replayrecord.h"
#include "deadletters/resender.h"
#include "deadletters/resendevent.h"
#include "kafka/headertext.h"
#include "widgets/common/jsonpretty.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QByteArray headerLines(const Headers& headers)
{
    QByteArray lines;
    for (const Header& header : headers) {
        const std::optional<QByteArrayView> value =
            header.value ? std::optional<QByteArrayView>(*header.value) : std::nullopt;
        QByteArray text = header.value ? headerText(header.name, value) : QByteArray("null");
        text = text.left(200).replace('\n', ' ');
        lines += header.name + ": " + text + '\n';
    }
    return lines;
}

} // namespace

void PauseGate::setPaused(bool paused)
{
    const std::lock_guard lock(m_mutex);
    m_paused = paused;
    m_changed.notify_all();
}

void PauseGate::wait(const CancelToken& cancel)
{
    std::unique_lock lock(m_mutex);
    while (m_paused && !cancel.isCancelled())
        m_changed.wait_for(lock, std::chrono::milliseconds(100));
}

Result<ReplaySummary> ReplayJob::run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
    const Replayer::Results& results, const TaskContext& task) const
{
    const auto replayer = Replayer::open(access.kafka);
    if (!replayer)
        return fail(replayer.error());
    ReplayRequest request{.topic = topic()};
    request.offsets = options.offsets;
    request.target = options.target;
    request.withReplies = options.withReplies;
    request.samePartition = options.samePartition;
    request.force = options.force;
    request.atLeastOnce = options.atLeastOnce;
    request.rate = options.rate;
    request.reason = options.reason;
    request.localLedger = access.localLedger;
    return dryRun ? (*replayer)->tryOut(request, results, task) : (*replayer)->replay(request, results, task);
}

SendJob::Example ReplayJob::example(
    const JudgeAccess& access, const ReplayResult& result, const TaskContext& task) const
{
    const auto store = DeadLetterStore::open(access.kafka);
    const auto letter = store ? loadLetter(**store, topic(), result.partition, result.offset, task)
                              : Result<DeadLetter>(fail(store.error()));
    if (!letter)
        return {};
    return {headerLines(letter->record.headers),
        headerLines(prepareReplay(letter->record, result.target.topic).record.headers)};
}

ResendJob::ResendJob()
    : SendJob(auditTopic())
{
}

Result<ReplaySummary> ResendJob::run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
    const Replayer::Results& results, const TaskContext& task) const
{
    const auto resender = Resender::open(access.kafka);
    if (!resender)
        return fail(resender.error());
    ResendRequest request;
    request.offsets = options.offsets;
    request.force = options.force;
    request.rate = options.rate;
    request.reason = options.reason;
    request.localLedger = access.localLedger;
    return (*resender)->resend(request, dryRun, results, task);
}

SendJob::Example ResendJob::example(
    const JudgeAccess& access, const ReplayResult& result, const TaskContext& task) const
{
    const auto store = DeliveryStore::open(access.kafka, access.localLedger);
    DeliveryQuery query;
    query.failedOnly = true;
    const auto found = store ? (*store)->read(query, task) : Result<Deliveries>(fail(store.error()));
    if (!found)
        return {};
    for (const Delivery& delivery : found->rows) {
        const RecordPlace& place = delivery.audit.place;
        if (place.partition != result.partition || place.offset != result.offset)
            continue;
        const auto event = resendEvent(delivery.audit);
        return {prettyJson(QJsonDocument(delivery.audit.notification).toJson(QJsonDocument::Compact)),
            event ? prettyJson(*event) : QByteArray()};
    }
    return {};
}

} // namespace nc
