#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "failures/trace/traceresult.h"
#include "kafka/client/kafkaaccess.h"
#include "postgres/connection.h"

#include <functional>
#include <memory>

namespace nc {

/// Finds everything that happened to one person's or process's notifications: events, channel records, audits, dead
/// letters, what the ledger says of them, the inbox table; other topics too, by key, trace id or a text that is the
/// one looked for. Memory holds what was found, never what was looked at. Holds connections; use from one thread at a
/// time; blocks.
class TraceSearch {
public:
    /// `database`: where inbox_notification is; without it the result says what could not be seen.
    /// `localLedger`: see LedgerFile; may be empty.
    static Result<std::unique_ptr<TraceSearch>> open(
        const KafkaAccess& access, std::optional<DatabaseTarget> database, const QString& localLedger = {});
    ~TraceSearch();
    TraceSearch(const TraceSearch&) = delete;
    TraceSearch& operator=(const TraceSearch&) = delete;

    /// Is given what is known so far, at most every half second and after the platform's own topics; from the calling
    /// thread.
    /// Asked why a delivery failed; without it the service's own words are all there is. From the thread of run().
    void explainWith(CauseOf causeOf);

    using Partial = std::function<void(const TraceResult&)>;
    /// Topics that cannot be read, in whole or in part, and a database that does not answer are unseen, and nothing is
    /// concluded from what was not found in them; only a cluster that cannot be asked at all is an error. To look
    /// further back search again with an earlier `since`. Progress is reported in records, with the topic as its stage.
    Result<Seen<TraceResult>> run(const TraceQuery& query, const Partial& partial, const TaskContext& task);

private:
    struct Private;
    explicit TraceSearch(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
