#pragma once

#include "core/task.h"
#include "failures/ledger/ledgerindex.h"
#include "kafka/client/kafkaaccess.h"

#include <QMap>

namespace nc {

class ClusterAdmin;
class RecordReader;

/// What is done where the ledger topic may not be read.
enum class LedgerReading {
    Whole, ///< an error: whoever is about to send exactly once must know all of it
    WhatIsSeen, ///< the console's own file alone is taken for it, and unseen() says why
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
    Result<LedgerIndex> load(const QString& topic, const TaskContext& task);
    /// The same for several topics, reading the ledger once.
    Result<QMap<QString, LedgerIndex>> load(const QStringList& topics, const TaskContext& task);

    /// Why the ledger topic could not be read; nothing when it was.
    const std::optional<Error>& unseen() const { return m_unseen; }

    /// Leaves out what an earlier topic of the same name went through: asks the topic for the records that the entries
    /// say stood first and last. Public for the local ledger.
    Result<QList<LedgerEntry>> ofThisLife(const QString& topic, QList<LedgerEntry> entries, const TaskContext& task);

private:
    /// By topic; entries about others are not even decoded.
    Result<QMap<QString, QList<LedgerEntry>>> read(const QStringList& wanted, const TaskContext& task);
    enum class Life { Former, Present, Unknown };
    struct Extent;
    /// Entries of the local ledger sorted in by time.
    Result<void> addLocal(const QString& topic, QList<LedgerEntry>& entries, const TaskContext& task);
    Result<Life> lifeOf(const LedgerEntry& entry, const Extent& extent, const TaskContext& task);

    ClusterAdmin& m_admin;
    RecordReader& m_reader;
    QString m_localFolder;
    LedgerReading m_reading;
    std::optional<Error> m_unseen;
};

} // namespace nc
