#include "widgets/failures/sending/sendjob.h"

#include "failures/facts/platformtopics.h"
#include "failures/sending/resender.h"
#include "failures/verdicts/failurerow.h"
#include "kafka/records/headertext.h"
#include "widgets/text/jsonpretty.h"

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

QByteArray valueLines(const Record& record)
{
    return record.value ? prettyJson(*record.value) : QByteArray();
}

} // namespace

std::optional<RunningReplay> SendJob::running(const JudgeAccess& access, const TaskContext& task) const
{
    const auto replayer = Replayer::open(access.kafka);
    if (!replayer)
        return {};
    return (*replayer)->running(m_topic, task).value_or(std::nullopt);
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
    request.again = options.again;
    request.force = options.force;
    request.narrow = options.narrow;
    request.canary = options.canary;
    request.atLeastOnce = options.atLeastOnce;
    request.rate = options.rate;
    request.reason = options.reason;
    request.patch = options.patch;
    request.edits = options.edits;
    request.shelfLives = options.shelfLives;
    request.mostReturns = options.mostReturns;
    request.control = options.control;
    request.localLedger = access.localLedger;
    request.preview = dryRun;
    if (access.database)
        request.inbox = std::make_shared<const DatabaseTarget>(*access.database);
    return dryRun ? (*replayer)->tryOut(request, results, task) : (*replayer)->replay(request, results, task);
}

SendJob::Example ReplayJob::example(const ReplayFacts& facts) const
{
    Example out{headerLines(facts.before.headers), headerLines(facts.after.headers)};
    // Byte for byte the same is not worth a second look.
    if (facts.before.value != facts.after.value) {
        out.before += '\n' + valueLines(facts.before);
        out.after += '\n' + valueLines(facts.after);
    }
    return out;
}

ResendJob::ResendJob(QHash<quint64, QByteArray> originals)
    : SendJob(auditTopic())
    , m_originals(std::move(originals))
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
    request.again = options.again;
    request.force = options.force;
    request.canary = options.canary;
    request.atLeastOnce = options.atLeastOnce;
    request.rate = options.rate;
    request.reason = options.reason;
    request.shelfLives = options.shelfLives;
    request.control = options.control;
    request.localLedger = access.localLedger;
    request.preview = dryRun;
    return (*resender)->resend(request, dryRun, results, task);
}

SendJob::Example ResendJob::example(const ReplayFacts& facts) const
{
    const QByteArray original = m_originals.value(FailureRow::placeKey(facts.before.partition, facts.before.offset));
    return {original.isEmpty() ? QByteArray() : prettyJson(original), valueLines(facts.after)};
}

} // namespace nc
