#pragma once

#include "core/seen.h"
#include "failures/letters/deadletterstore.h"
#include "failures/verdicts/failurerow.h"
#include "failures/verdicts/verdict.h"

#include <memory>
#include <mutex>

namespace nc {

/// Brings verdicts from the thread that judges to the one that shows them, as they come. Thread-safe.
class VerdictFeed {
public:
    struct Judged {
        quint64 place = 0; ///< FailureRow::place()
        Verdict verdict;
    };
    void put(quint64 place, Verdict verdict);
    /// What came since the last call.
    QList<Judged> take();

private:
    std::mutex m_mutex;
    QList<Judged> m_judged;
};

/// What is needed to judge.
struct JudgeAccess {
    KafkaAccess kafka;
    QString localLedger;
    std::optional<DatabaseTarget> database; ///< nothing: the profile has none, or it cannot be asked
    QString serviceVersion; ///< of the service that reads what is sent; empty: the newest that is known
    QString registry; ///< clone of the registry's configuration; empty: none
    std::optional<Error> databaseUnseen = {}; ///< why the database that the profile names cannot be asked
};

/// Of the access's database. Nothing where the profile has none; where it has one that could not be read
/// sources::templates is unseen. Blocks.
Seen<std::optional<PublishedContents>> readPublished(const JudgeAccess& access, const TaskContext& task);

/// What verdicts are based on beside the published templates: the service's version, the topics' limits, the channels'
/// settings. What cannot be asked is not known, no more. Blocks.
VerdictBasis verdictBasis(const JudgeAccess& access, const TaskContext& task);

/// A judge over both; `unseen` takes the published templates if they could not be read. Blocks.
std::unique_ptr<VerdictJudge> openJudge(const JudgeAccess& access, Unseen& unseen, const TaskContext& task);

/// Judges the open dead letters that the query meets, and tells how far it is. Blocks. Without a database that answers
/// the verdicts that need one are unknown and say so.
Result<qint64> judgeLetters(
    const JudgeAccess& access, const LetterQuery& query, qint64 most, VerdictFeed& feed, const TaskContext& task);

/// The same for failed deliveries that are open.
Result<qint64> judgeDeliveries(
    const JudgeAccess& access, const QList<Delivery>& deliveries, VerdictFeed& feed, const TaskContext& task);

} // namespace nc
