#pragma once

#include "core/task.h"
#include "failures/ledger/ledgerstore.h"
#include "failures/ledger/writerfence.h"
#include "failures/sending/batchsink.h"
#include "failures/sending/sendingitem.h"

#include <functional>

namespace nc {

class ClusterAdmin;
class RecordReader;

/// The connections of a run; they outlive it.
struct SendingAccess {
    const KafkaAccess& kafka;
    ClusterAdmin& admin;
    RecordReader& reader;
};

/// What a run sends: the failures of one kind, each with the decision whether it goes. The calls come in this order,
/// each once, from one thread; only produce() comes in a thread of its own.
class SendingSource {
public:
    virtual ~SendingSource() = default;

    /// Where the failures stand: the ledger's key.
    virtual QString topic() const = 0;
    /// Where failures of what was sent come back, beside the service's own dead-letter topics.
    virtual QString comesBackTo() const = 0;

    /// Looks up the topics; gives what has to be taken over before anything is decided on. errors::targetMissing and
    /// those of the connection.
    virtual Result<FenceRequest> prepare(const TaskContext& task) = 0;
    /// Reads the ledger and what decisions rest on; `summary` takes what could not be seen. errors::noSuchRun, those of
    /// the ledger and of the connection.
    virtual Result<void> learn(LedgerReading reading, ReplaySummary& summary, const TaskContext& task) = 0;
    /// What stands in every ledger entry of the run.
    virtual RunInfo info() const = 0;
    /// How many records produce() looks through; -1: not known.
    virtual qint64 total() const = 0;

    /// False: nobody wants more.
    using Hand = std::function<bool(SendingChunk)>;
    /// Reads, decides and hands over in portions.
    virtual Result<void> produce(const Hand& hand, const TaskContext& task) = 0;

    /// Instead of learn() and produce(): which of them a discard (or its undoing, as `info` says) changes.
    struct Marks {
        qint64 matched = 0;
        qint64 changed = 0;
        QList<LedgerEntry> entries;
    };
    virtual Result<Marks> marks(const RunInfo& info, LedgerReading reading, const TaskContext& task) = 0;
};

} // namespace nc
