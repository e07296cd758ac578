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
    return postgresRuns ? Result<void>() : startPostgres(record, task);
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
    const auto kafka = m_kafka.stop(record);
    const auto postgres = m_postgres.stop(record);
    record.running = false;
    if (auto saved = writeRecord(m_folder, record); !saved)
        return saved;
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
    record.running = false;
    (void)writeRecord(m_folder, record);
}

} // namespace nc
