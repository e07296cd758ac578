#pragma once

#include "core/task.h"
#include "failures/ledger/ledgerstore.h"
#include "failures/letters/letterfilter.h"
#include "kafka/client/kafkaaccess.h"

#include <functional>
#include <memory>

namespace nc {

struct LetterTopic {
    QString topic;
    QString target; ///< whose dead letters they are, by the name
    qint64 records = 0;
    qint64 open = 0;
    qint64 replayed = 0;
    qint64 returned = 0;
    qint64 discarded = 0;
    std::optional<Error> problem; ///< its records may not be read: all of them count as open

    friend bool operator==(const LetterTopic&, const LetterTopic&) = default;
};

/// How much of a dead letter is copied for the visitor.
enum class LetterParts {
    All,
    /// Its record's headers and its failure lack the stack traces, which are most of a dead letter. Filters still see
    /// them.
    WithoutTraces,
};

/// Reads dead letters and what the ledger says about them. Holds connections; use from one thread at a time; every
/// function blocks.
class DeadLetterStore {
public:
    /// `localLedger`: see LedgerFile; may be empty.
    static Result<std::unique_ptr<DeadLetterStore>> open(
        const KafkaAccess& access, const QString& localLedger = {}, LedgerReading reading = LedgerReading::WhatIsSeen);
    ~DeadLetterStore();
    DeadLetterStore(const DeadLetterStore&) = delete;
    DeadLetterStore& operator=(const DeadLetterStore&) = delete;

    /// By name.
    Result<QList<LetterTopic>> topics(const TaskContext& task);

    /// The topics that there are for the dead letters of `source`, the most likely first; may be none.
    Result<QStringList> topicsOf(const QString& source, const TaskContext& task);

    Result<LedgerIndex> ledger(const QString& topic, const TaskContext& task);
    /// Why the last reading of the ledger knows only what this console did itself; nothing when it knows all.
    const std::optional<Error>& ledgerUnseen() const;

    /// Judges records for filters that name a verdict; must outlive the readings. Without it such a filter matches
    /// nothing.
    void judgeWith(VerdictOf verdict);

    /// How long the broker keeps the topic's records, in milliseconds; nothing: for ever, or it may not be seen.
    Result<std::optional<qint64>> retention(const QString& topic, const TaskContext& task);

    /// Calls `visit` for every dead letter that the query wants, oldest first within a partition; false from it ends
    /// the reading. errors::unknownTopic. Gives how many records were looked at.
    using Visit = std::function<bool(const DeadLetter&)>;
    Result<qint64> read(const LetterQuery& query, const LedgerIndex& ledger, const Visit& visit,
        const TaskContext& task, LetterParts parts = LetterParts::All);

private:
    struct Private;
    explicit DeadLetterStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
