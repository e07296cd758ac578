#pragma once

#include "core/task.h"
#include "failures/letters/letterquery.h"
#include "failures/verdicts/judgeaccess.h"
#include "failures/verdicts/verdictbasis.h"
#include "failures/verdicts/verdictfeed.h"

#include <QList>

#include <optional>

namespace nc {

struct Delivery;

/// Of the access's database; nothing where there is none, or it does not answer. Blocks.
std::optional<PublishedContents> readPublished(const JudgeAccess& access, const TaskContext& task);

/// What verdicts are based on beside the published templates: the service's version, the topics' limits, the channels'
/// settings. What cannot be asked is not known, no more. Blocks.
VerdictBasis verdictBasis(const JudgeAccess& access, const TaskContext& task);

/// Judges the open dead letters that the query meets, and tells how far it is. Blocks. Without a database that answers
/// the verdicts that need one are unknown and say so.
Result<qint64> judgeLetters(
    const JudgeAccess& access, const LetterQuery& query, qint64 most, VerdictFeed& feed, const TaskContext& task);

/// The same for failed deliveries that are open.
Result<qint64> judgeDeliveries(
    const JudgeAccess& access, const QList<Delivery>& deliveries, VerdictFeed& feed, const TaskContext& task);

} // namespace nc
