#include "failures/sending/sender.h"

#include "core/whoami.h"
#include "failures/sending/ledgerway.h"
#include "failures/sending/replaysource.h"
#include "failures/sending/resendsource.h"
#include "failures/sending/sendingrun.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"

#include <QDateTime>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nc {

struct Sender::Private {
    KafkaAccess access;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;

    SendingAccess sending() const { return {access, *admin, *reader}; }
    Result<LedgerWay> takeWay(
        SendingSource& source, const SendingRequest& request, bool mayBeLocal, const TaskContext& task) const;
    /// Every run that sends anything comes through here.
    Result<ReplaySummary> send(SendingSource& source, const SendingRequest& request, const SendingResults& results,
        const TaskContext& task) const;
    static Result<ReplaySummary> tryOut(SendingSource& source, const SendingRequest& request,
        const SendingResults& results, const TaskContext& task);
    /// And everything that marks without sending through here.
    Result<DiscardSummary> discard(
        SendingSource& source, const SendingRequest& request, bool undo, const TaskContext& task) const;
    static RunInfo info(const SendingSource& source, const SendingRequest& request);
};

Result<LedgerWay> Sender::Private::takeWay(
    SendingSource& source, const SendingRequest& request, bool mayBeLocal, const TaskContext& task) const
{
    const auto fence = source.prepare(task);
    if (!fence)
        return fail(fence.error());
    return LedgerWay::take(access, *admin, *reader, *fence, {request.localLedger, mayBeLocal}, task);
}

/// What the source knows of its entries, and who sends.
RunInfo Sender::Private::info(const SendingSource& source, const SendingRequest& request)
{
    RunInfo info = source.info();
    info.topic = source.topic();
    if (info.run.isEmpty())
        info.run = QUuid::createUuid().toString(QUuid::Id128).left(12);
    info.by = request.by.isEmpty() ? whoAmI() : request.by;
    info.reason = request.reason;
    info.mode = request.atLeastOnce ? u"at-least-once"_s : u"exactly-once"_s;
    return info;
}

Result<ReplaySummary> Sender::Private::send(
    SendingSource& source, const SendingRequest& request, const SendingResults& results, const TaskContext& task) const
{
    // At-least-once runs take the same way into the ledger wherever they may.
    auto way = takeWay(source, request, request.atLeastOnce, task);
    if (!way)
        return fail(way.error());
    ReplaySummary known;
    if (const auto learned = source.learn(way->reading(), known, task); !learned)
        return fail(learned.error());
    const RunInfo ours = info(source, request);
    const auto sink = way->open(ours, request.atLeastOnce);
    if (!sink)
        return fail(sink.error());
    std::optional<Canary> canary;
    TopicWitness witness(access, source.topic());
    SendingRun run(request, source, results);
    run.setWitness(&witness);
    if (request.canary) {
        auto watcher = FateWatcher::open(access, {source.comesBackTo()}, task);
        if (!watcher)
            return fail(watcher.error());
        canary.emplace(std::move(*watcher), request.canaryTime, source.topic());
        run.setCanary(&*canary);
    }
    auto summary = run.send(**sink, task);
    if (summary) {
        summary->run = ours.run;
        summary->notes = known.notes;
        summary->ledgerIsLocal = way->usedFile();
    }
    return summary;
}

Result<ReplaySummary> Sender::Private::tryOut(
    SendingSource& source, const SendingRequest& request, const SendingResults& results, const TaskContext& task)
{
    if (const auto prepared = source.prepare(task); !prepared)
        return fail(prepared.error());
    ReplaySummary known;
    if (const auto learned = source.learn(LedgerReading::WhatIsSeen, known, task); !learned)
        return fail(learned.error());
    auto summary = SendingRun(request, source, results).tryOut(task);
    if (summary) {
        summary->notes = known.notes;
        summary->ledgerIsLocal = known.ledgerIsLocal;
    }
    return summary;
}

Result<DiscardSummary> Sender::Private::discard(
    SendingSource& source, const SendingRequest& request, bool undo, const TaskContext& task) const
{
    auto way = takeWay(source, request, true, task);
    if (!way)
        return fail(way.error());
    RunInfo ours = info(source, request);
    ours.action = undo ? LedgerAction::Reopened : LedgerAction::Discarded;
    ours.mode.clear();
    const auto marks = source.marks(ours, way->reading(), task);
    if (!marks)
        return fail(marks.error());
    if (const auto noted = way->note(marks->entries, ours, task); !noted)
        return fail(noted.error());
    return DiscardSummary{marks->matched, marks->changed, way->isLocal() && marks->changed > 0};
}

Sender::Sender(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Sender::~Sender() = default;

Result<std::unique_ptr<Sender>> Sender::open(const KafkaAccess& access)
{
    auto p = std::make_unique<Private>();
    p->access = access;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access, RecordReader::queueKilobytesForTraces);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    return std::unique_ptr<Sender>(new Sender(std::move(p)));
}

Result<ReplaySummary> Sender::send(
    const ReplayRequest& request, const SendingResults& results, const TaskContext& task)
{
    ReplaySource source(request, d->sending());
    return d->send(source, request, results, task);
}

Result<ReplaySummary> Sender::send(
    const ResendRequest& request, const SendingResults& results, const TaskContext& task)
{
    ResendSource source(request, d->sending());
    return d->send(source, request, results, task);
}

Result<ReplaySummary> Sender::tryOut(
    const ReplayRequest& request, const SendingResults& results, const TaskContext& task)
{
    ReplaySource source(request, d->sending());
    return Private::tryOut(source, request, results, task);
}

Result<ReplaySummary> Sender::tryOut(
    const ResendRequest& request, const SendingResults& results, const TaskContext& task)
{
    ResendSource source(request, d->sending());
    return Private::tryOut(source, request, results, task);
}

Result<DiscardSummary> Sender::discard(const ReplayRequest& request, bool undo, const TaskContext& task)
{
    ReplaySource source(request, d->sending());
    return d->discard(source, request, undo, task);
}

Result<DiscardSummary> Sender::discard(const ResendRequest& request, bool undo, const TaskContext& task)
{
    ResendSource source(request, d->sending());
    return d->discard(source, request, undo, task);
}

Result<std::optional<RunningReplay>> Sender::running(const QString& topic, const TaskContext& task)
{
    const auto ledger = LedgerStore(*d->admin, *d->reader, {}, LedgerReading::WhatIsSeen).load(topic, task);
    if (!ledger)
        return fail(ledger.error());
    return runningReplay(*ledger, QDateTime::currentMSecsSinceEpoch());
}

} // namespace nc
