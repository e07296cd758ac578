#pragma once

#include "failures/letters/deadletterstore.h"
#include "failures/letters/lettergroups.h"

namespace nc {

/// One dead letter in a list: what a table shows, without its payload and traces.
struct LetterRow {
    qint32 partition = -1;
    qint64 offset = -1;
    qint64 timestamp = -1;
    LetterState state = LetterState::Open;
    Error cause;
    QString group; ///< LetterGroup::key()
    QString templateName;
    QString channel;
    QString recipient;
    QString origin;
    int returns = 0;
};

struct LetterList {
    QList<LetterRow> rows;
    QList<LetterGroup> groups;
    bool complete = true; ///< false: there are more than were taken
};

/// Reads the wanted dead letters, at most `most` of them, groups included. Blocks.
Result<Seen<LetterList>> loadLetters(
    DeadLetterStore& store, const LetterQuery& query, qint64 most, const TaskContext& task);

/// One dead letter in full; errors::notFound when it is gone.
Result<Seen<DeadLetter>> loadLetter(
    DeadLetterStore& store, const QString& topic, qint32 partition, qint64 offset, const TaskContext& task);

} // namespace nc
