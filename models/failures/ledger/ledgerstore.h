#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "failures/ledger/ledgerindex.h"
#include "kafka/client/kafkaaccess.h"

#include <QMap>
#include <QSet>

namespace nc {

class ClusterAdmin;
class RecordReader;

/// What is done where the ledger topic, or an entry of it, cannot be read.
enum class LedgerReading {
    Whole, ///< an error: whoever is about to send exactly once must know all of it
    WhatIsSeen, ///< what can be read, and the console's own file; the answer says what it could not see
};

/// The ledger topic, which every console of the team sees. All functions block; use from one thread at a time.
class LedgerStore {
public:
    /// `localFolder` also looks into this console's own ledgers (LedgerFile); empty: not.
    LedgerStore(ClusterAdmin& admin, RecordReader& reader, QString localFolder = {},
        LedgerReading reading = LedgerReading::Whole);

    /// Makes the ledger topic if it is not there: one partition, kept for ever, never compacted.
    /// errors::kafkaForbidden where that is not allowed.
    Result<void> ensureTopic(const TaskContext& task);

    /// Every entry about `topic` up to the ledger's true end, in order; entries about a former life of the topic are
    /// left out. A missing ledger is empty. errors::ledgerNewer, ledgerUnreadable, ledgerHeldBack.
    /// To be exact before a replay it must be called after the transactions were initialised.
    /// Read whole, the answer is complete or an error; else sources::ledger is among what it could not see, and indexes
    /// that lack something are not LedgerIndex::isWhole().
    Result<Seen<LedgerIndex>> load(const QString& topic, const TaskContext& task);
    /// The same for several topics, reading the ledger once.
    Result<Seen<QMap<QString, LedgerIndex>>> load(const QStringList& topics, const TaskContext& task);

    /// Leaves out what an earlier topic of the same name went through: asks the topic for the records that the entries
    /// say stood first and last. Public for the local ledger.
    Result<QList<LedgerEntry>> ofThisLife(const QString& topic, QList<LedgerEntry> entries, const TaskContext& task);

private:
    /// By topic; entries about others are not even decoded.
    Result<QMap<QString, QList<LedgerEntry>>> read(const QStringList& wanted, const TaskContext& task);
    /// Of one topic, with the console's own file, without former lives.
    Result<LedgerIndex> indexOf(const QString& topic, QList<LedgerEntry> entries, const TaskContext& task);
    /// Whether the reading goes on without what failed; then it is noted for `topic` (empty: for all).
    bool mayMiss(const Error& error, const QString& topic);
    enum class Life { Former, Present, Unknown };
    struct Extent;
    /// Entries of the local ledger sorted in by time.
    Result<void> addLocal(const QString& topic, QList<LedgerEntry>& entries, const TaskContext& task);
    Result<Life> lifeOf(const LedgerEntry& entry, const Extent& extent, const TaskContext& task);

    ClusterAdmin& m_admin;
    RecordReader& m_reader;
    QString m_localFolder;
    LedgerReading m_reading;
    Unseen m_unseen;
    QSet<QString> m_damaged; ///< topics of which an entry could not be read
    bool m_hidden = false; ///< nothing, or not all, of the ledger topic could be read
};

} // namespace nc
