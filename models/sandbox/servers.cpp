#include "sandbox/servers.h"

#include "sandbox/errors.h"
#include "sandbox/freeport.h"

using namespace std::chrono_literals;

namespace nc {
namespace {

// A server that died at once may have lost its port to somebody else, or, after a crash, found its predecessor's
// children not yet gone: both are worth another attempt.
constexpr int attempts = 4;

template <class Start, class Await>
Result<void> insist(Start start, Await await, const int& port, int& wanted, const TaskContext& task)
{
    for (int attempt = 1;; ++attempt) {
        Result<void> done = await();
        if (done || attempt == attempts || !done.error().is(errors::serverDied))
            return done;
        if (portAnswers(port))
            wanted = 0;
        if (task.cancel.waitFor(400ms))
            return TaskContext::cancelled();
        if (Result<void> started = start(); !started)
            return started;
    }
}

} // namespace

Servers::Servers(const QString& folder)
    : m_folder(folder)
    , m_postgres(folder)
    , m_kafka(folder)
    , m_registry(folder)
{
}

Result<void> Servers::start(SandboxRecord& record, const TaskContext& task)
{
    const bool postgresRuns = record.postgres.isAlive();
    const bool kafkaRuns = record.kafka.isAlive();
    // Everything that may be missing is said before anything is made. The programs are needed in any case.
    if (auto checked = m_postgres.check(); !checked)
        return checked;
    if (!kafkaRuns) {
        if (auto checked = m_kafka.check(); !checked)
            return checked;
        // Kafka takes longer: it goes first and starts while initdb runs.
        if (auto started = startKafka(record, task); !started)
            return started;
    }
    if (!postgresRuns) {
        if (auto started = startPostgres(record, task); !started)
            return started;
    }
    // Last: it may have to be fetched first.
    return record.schemaRegistry && !record.registry.isAlive() ? startRegistry(record, task) : Result<void>();
}

Result<void> Servers::startRegistry(SandboxRecord& record, const TaskContext& task)
{
    if (auto started = m_registry.start(record, task); !started)
        return started;
    m_startedRegistry = true;
    return writeRecord(m_folder, record);
}

Result<std::optional<qint32>> Servers::awaitRegistry(SandboxRecord& record, const TaskContext& task)
{
    if (!record.schemaRegistry)
        return std::nullopt;
    const auto ready = insist([&] { return startRegistry(record, task); },
        [&] { return m_registry.awaitReady(record, task); }, record.registryPort, record.registryPort, task);
    if (!ready)
        return fail(ready.error());
    const auto id = m_registry.registerAuditSchema(record, task);
    if (!id)
        return fail(id.error());
    return *id;
}

Result<void> Servers::startPostgres(SandboxRecord& record, const TaskContext& task)
{
    if (auto started = m_postgres.start(record, task); !started)
        return started;
    m_startedPostgres = true;
    return writeRecord(m_folder, record);
}

Result<void> Servers::startKafka(SandboxRecord& record, const TaskContext& task)
{
    if (auto started = m_kafka.start(record, task); !started)
        return started;
    m_startedKafka = true;
    return writeRecord(m_folder, record);
}

Result<void> Servers::awaitPostgres(SandboxRecord& record, const TaskContext& task)
{
    return insist([&] { return startPostgres(record, task); }, [&] { return m_postgres.awaitReady(record, task); },
        record.postgresPort, record.postgresPort, task);
}

Result<void> Servers::awaitKafka(SandboxRecord& record, const TaskContext& task)
{
    return insist([&] { return startKafka(record, task); }, [&] { return m_kafka.awaitReady(record, task); },
        record.kafkaPort, record.kafkaPort, task);
}

Result<void> Servers::stop(SandboxRecord& record)
{
    const auto registry = m_registry.stop(record);
    const auto kafka = m_kafka.stop(record);
    const auto postgres = m_postgres.stop(record);
    record.running = false;
    if (auto saved = writeRecord(m_folder, record); !saved)
        return saved;
    if (!registry)
        return registry;
    return kafka ? postgres : kafka;
}

Result<void> Servers::stopKafka(SandboxRecord& record)
{
    return m_kafka.stop(record);
}

void Servers::takeBack(SandboxRecord& record)
{
    if (m_startedKafka)
        (void)m_kafka.stop(record);
    if (m_startedPostgres)
        (void)m_postgres.stop(record);
    if (m_startedRegistry)
        (void)m_registry.stop(record);
    record.running = false;
    (void)writeRecord(m_folder, record);
}

} // namespace nc
