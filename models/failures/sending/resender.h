#pragma once

#include "core/task.h"
#include "failures/sending/replayer.h"
#include "failures/sending/resendrequest.h"

#include <memory>

namespace nc {

/// Sends failed deliveries again: a new event for exactly that recipient and channel, exactly once, noted in the ledger
/// under the place of its audit. Holds connections; use from one thread at a time; blocks.
class Resender {
public:
    static Result<std::unique_ptr<Resender>> open(const KafkaAccess& access);
    ~Resender();
    Resender(const Resender&) = delete;
    Resender& operator=(const Resender&) = delete;

    /// `dryRun` writes nothing and fences nobody. Errors as Replayer::replay().
    Result<ReplaySummary> resend(
        const ResendRequest& request, bool dryRun, const Replayer::Results& results, const TaskContext& task);
    Result<Replayer::DiscardSummary> discard(const ResendRequest& request, bool undo, const TaskContext& task);

private:
    struct Private;
    explicit Resender(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
