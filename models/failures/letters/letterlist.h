#pragma once

#include "failures/letters/deadletterstore.h"
#include "failures/letters/lettergroups.h"
#include "failures/letters/letterrow.h"

namespace nc {

struct LetterList {
    QList<LetterRow> rows;
    QList<LetterGroup> groups;
    bool complete = true; ///< false: there are more than were taken
    std::optional<Error> ledgerUnseen; ///< why states are those that this console itself remembers
};

/// Reads the wanted dead letters, at most `most` of them, groups included. Blocks.
Result<LetterList> loadLetters(DeadLetterStore& store, const LetterQuery& query, qint64 most, const TaskContext& task);

/// One dead letter in full; errors::notFound when it is gone.
Result<DeadLetter> loadLetter(
    DeadLetterStore& store, const QString& topic, qint32 partition, qint64 offset, const TaskContext& task);

} // namespace nc
