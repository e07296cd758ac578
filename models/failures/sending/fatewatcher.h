#pragma once

#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"
#include "kafka/schemas/avrodecoder.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <chrono>
#include <memory>

namespace nc {

class ClusterAdmin;
class RecordReader;
struct AuditDelivery;

/// Sees what becomes of records that were just sent: they come back as dead letters, `audit-events` tells of them, the
/// channels' topics get their records, or a consumer goes past them (docs/contracts.md, section 11). Use from one
/// thread; blocks.
class FateWatcher {
public:
    /// Looks at what is written from now on. `deadLetters` is where failures of these records come back (beside the
    /// service's own dead-letter topics); audits are decoded by way of the access's schema registry.
    static Result<std::unique_ptr<FateWatcher>> open(
        const KafkaAccess& access, const QStringList& deadLetters, const TaskContext& task);
    ~FateWatcher();
    FateWatcher(const FateWatcher&) = delete;
    FateWatcher& operator=(const FateWatcher&) = delete;

    /// Watches the record that stands at `place` now.
    void add(const RecordPlace& place, const QByteArray& value);
    /// Reads what is new.
    Result<void> look(const TaskContext& task);

    /// How many failures of watched records were seen.
    qint64 failures() const { return m_failures; }
    /// The first one, in the service's words.
    const QString& firstFailure() const { return m_firstFailure; }

    enum class Fate { Good, Failed, Unseen };
    /// Waits until the fate of what was added shows, at most `time`. errors::cancelled and those of the connection.
    Result<Fate> await(std::chrono::milliseconds time, const TaskContext& task);

private:
    FateWatcher(const KafkaAccess& access, std::unique_ptr<ClusterAdmin> admin, std::unique_ptr<RecordReader> reader);
    Result<void> start(const QStringList& deadLetters, const TaskContext& task);
    Result<void> readNew(const QString& topic, const TaskContext& task);
    void take(const Record& record, const TaskContext& task);
    void takeAudit(const AuditDelivery& audit);
    void takeDeadLetter(const Record& record);
    bool consumersPassed(const TaskContext& task);
    void failed(const QString& words);

    const DeadLetterNaming m_naming;
    AvroDecoder m_avro;
    std::unique_ptr<ClusterAdmin> m_admin;
    std::unique_ptr<RecordReader> m_reader;
    QSet<QString> m_deadLetters; ///< of the topics that are looked at
    QMap<QString, QMap<qint32, qint64>> m_positions; ///< by topic and partition: the next offset to look at
    QHash<QString, QHash<qint32, QSet<qint64>>> m_sent;
    QSet<QByteArray> m_sources;
    RecordPlace m_last;
    QString m_firstFailure;
    qint64 m_failures = 0;
    qint64 m_news = 0; ///< anything seen about what was sent
    bool m_delivered = false;
    bool m_handedOver = false;
    bool m_trying = false; ///< an attempt failed, others follow
};

} // namespace nc
