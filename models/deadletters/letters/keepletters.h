#pragma once

#include "deadletters/letters/deadletterstore.h"

namespace nc {

/// Which dead letters to keep in a file before their topic's retention takes them.
struct KeepOrder {
    LetterQuery query;
    /// Only those that expire within so many milliseconds from now; nothing: all that the query wants.
    std::optional<qint64> within;
    QString path; ///< a new file; it appears whole or not at all
};

struct Kept {
    qint64 records = 0;
    qint64 earliest = -1; ///< when the first of them expires; -1: never, or not known
};

/// Writes them as JSON lines that lose nothing (`topics produce --jsonl` gives back the same bytes). Blocks.
/// errors::cannotWrite (also where something stands at the path already), and those of reading.
Result<Kept> keepLetters(DeadLetterStore& store, const KeepOrder& order, const TaskContext& task);

/// `<topic>-<time>.jsonl` for a file of kept letters.
QString keptFileName(const QString& topic, qint64 now);

} // namespace nc
