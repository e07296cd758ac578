#pragma once

#include "core/task.h"
#include "sandbox/sandboxrecord.h"

#include <QStringList>

#include <functional>

namespace nc {

/// The made-up user of the sandbox's SASL listeners.
inline const QString sandboxUser = QStringLiteral("console");
inline const QString sandboxPassword = QStringLiteral("sandbox-password");

/// The platform's topics, their dead letters, and audit-events (docs/contracts.md, section 6).
QStringList platformTopics();
inline constexpr int platformPartitions = 15;

/// The sandbox's Apache Kafka: one KRaft node. Its functions block and write what they did into the record, which the
/// caller keeps.
class KafkaBroker {
public:
    explicit KafkaBroker(QString folder);

    /// Further lines for its settings, made when they are written (the ports are known then); later lines win. For
    /// tests that need users and rights.
    using MoreSettings = std::function<QByteArray(const SandboxRecord&)>;
    void setMore(MoreSettings more) { m_more = std::move(more); }

    /// errors::noJava, errors::noBroker: before anything is made.
    Result<void> check();

    /// Starts it; chooses other ports when the old ones were taken. With `record.secure`, certificates must be there.
    Result<void> start(SandboxRecord& record, const TaskContext& task);
    /// Waits until the broker answers and its topics are there.
    Result<void> awaitReady(const SandboxRecord& record, const TaskContext& task);
    Result<void> stop(const SandboxRecord& record);

    QString logFile() const;

private:
    Result<void> writeSettings(const SandboxRecord& record);
    QByteArray listenerSettings(const SandboxRecord& record) const;
    QString home(const QString& name) const;

    QString m_folder;
    MoreSettings m_more;
    QString m_java;
    QString m_jars;
};

/// The `java` of $JAVA_HOME or PATH, version 17 or newer; errors::noJava with what was found instead.
Result<QString> findJava();

} // namespace nc
