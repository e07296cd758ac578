#include "widgets/failures/sending/sendjob.h"

#include "failures/facts/platformtopics.h"
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
    const auto sender = Sender::open(access.kafka);
    if (!sender)
        return {};
    return (*sender)->running(m_topic, task).value_or(std::nullopt);
}

namespace {

/// Opened only where somebody asks: it starts the template engine.
class LazyJudge {
public:
    LazyJudge(const JudgeAccess& access, const TaskContext& task)
        : m_access(access)
        , m_task(task)
    {
        m_task.progress = {};
    }
    template <class Failure>
    std::shared_ptr<const Verdict> judge(const Failure& failure)
    {
        if (!m_judge)
            m_judge = std::make_unique<VerdictJudge>(readPublished(m_access, m_task), verdictBasis(m_access, m_task));
        return std::make_shared<const Verdict>(m_judge->judge(failure, m_task));
    }

private:
    const JudgeAccess& m_access;
    TaskContext m_task;
    std::unique_ptr<VerdictJudge> m_judge;
};

Result<ReplaySummary> runOrTry(const JudgeAccess& access, const auto& request, bool dryRun,
    const SendingResults& results, const TaskContext& task)
{
    const auto sender = Sender::open(access.kafka);
    if (!sender)
        return fail(sender.error());
    return dryRun ? (*sender)->tryOut(request, results, task) : (*sender)->send(request, results, task);
}

} // namespace

Result<ReplaySummary> ReplayJob::run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
    const SendingResults& results, const TaskContext& task) const
{
    ReplayRequest request{options};
    request.topic = topic();
    request.target = options.target;
    request.withReplies = options.withReplies;
    request.samePartition = options.samePartition;
    request.narrow = options.narrow;
    request.patch = options.patch;
    request.edits = options.edits;
    request.mostReturns = options.mostReturns;
    request.localLedger = access.localLedger;
    request.preview = dryRun;
    if (access.database)
        request.inbox = std::make_shared<const DatabaseTarget>(*access.database);
    LazyJudge judge(access, task);
    // The list has judged what goes as it stands; only what is changed is judged anew.
    request.judge = [&](const DeadLetter& letter) {
        const Record& record = letter.record;
        const auto known = options.verdicts.constFind(FailureRow::placeKey(record.partition, record.offset));
        const bool same = options.target.isEmpty() && record.value == letter.original;
        return same && known != options.verdicts.constEnd() ? std::make_shared<const Verdict>(*known)
                                                             : judge.judge(letter);
    };
    return runOrTry(access, request, dryRun, results, task);
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
    const SendingResults& results, const TaskContext& task) const
{
    ResendRequest request{options};
    request.localLedger = access.localLedger;
    request.preview = dryRun;
    LazyJudge judge(access, task);
    request.judge = [&](const Delivery& row) {
        const RecordPlace& place = row.audit.place;
        const auto known = options.verdicts.constFind(FailureRow::placeKey(place.partition, place.offset));
        return known != options.verdicts.constEnd() ? std::make_shared<const Verdict>(*known) : judge.judge(row);
    };
    return runOrTry(access, request, dryRun, results, task);
}

SendJob::Example ResendJob::example(const ReplayFacts& facts) const
{
    const QByteArray original = m_originals.value(FailureRow::placeKey(facts.before.partition, facts.before.offset));
    return {original.isEmpty() ? QByteArray() : prettyJson(original), valueLines(facts.after)};
}

} // namespace nc
