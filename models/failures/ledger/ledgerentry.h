#pragma once

#include "core/epochms.h"
#include "kafka/records/record.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

enum class LedgerAction {
    Replayed, ///< sent back; `runs` tell where to
    Resent, ///< a new event was made of it (failed deliveries)
    Discarded,
    Reopened, ///< takes a discard back
};

/// Evidence which life of a topic an entry is about: a topic that was deleted and made anew starts at offset 0 again.
struct LedgerRange {
    qint32 partition = -1;
    qint64 first = -1;
    qint64 last = -1;
    qint64 firstTimestamp = -1;
    qint64 lastTimestamp = -1;
    QByteArray firstHash; ///< recordHash()
    QByteArray lastHash;

    friend bool operator==(const LedgerRange&, const LedgerRange&) = default;
};

/// `count` records that stand one behind the other and went one behind the other to one partition.
struct LedgerRun {
    qint32 partition = -1;
    qint64 offset = -1;
    qint64 count = 0;
    qint32 target = -1; ///< index into the entry's targets; -1: none (discarded)
    qint32 targetPartition = -1;
    qint64 targetOffset = -1;
    qint32 returns = 0; ///< how often these records had come back before

    friend bool operator==(const LedgerRun&, const LedgerRun&) = default;
};

/// One entry of the ledger: what one console did with some records of one dead-letter topic in one transaction.
struct LedgerEntry {
    static constexpr int currentVersion = 1;

    LedgerAction action = LedgerAction::Replayed;
    QString topic; ///< the dead-letter topic (or audit-events); the record's key
    QString run; ///< joins the entries of one run
    QString by;
    EpochMs at = 0;
    QString reason;
    QString mode; ///< "exactly-once", "at-least-once"
    QString changes; ///< what was changed in the records before they were sent; empty: nothing
    QStringList targets;
    /// The dead-letter topic's ends by partition when the run began: what stands before them was not caused by it.
    QList<qint64> ends;
    QList<LedgerRange> ranges;
    QList<LedgerRun> runs;
    QByteArray keys; ///< deliveryKeyOf() of each record that was sent anew (Resent), one behind the other
    /// Ends of audit-events when the run began: a silent failure behind them came of this sending.
    QList<qint64> auditEnds;
    bool goesOn = false; ///< the run had more to send when this was written

    qint64 count() const;

    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

/// Eight bytes that tell records apart.
QByteArray recordHash(qint64 timestamp, const std::optional<QByteArray>& key, const std::optional<QByteArray>& value);

} // namespace nc
