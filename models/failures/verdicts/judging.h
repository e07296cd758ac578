#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "failures/letters/letterquery.h"
#include "failures/verdicts/judgeaccess.h"
#include "failures/verdicts/verdictbasis.h"
#include "failures/verdicts/verdictfeed.h"

#include <QList>

#include <memory>
#include <optional>

namespace nc {

struct Delivery;
class VerdictJudge;

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
