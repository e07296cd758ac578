#include "sandbox/demofill.h"

#include "core/installpaths.h"
#include "sandbox/demo/records.h"
#include "sandbox/demo/repositories.h"
#include "sandbox/demo/rows.h"
#include "sandbox/demo/story.h"
#include "sandbox/kafkabroker.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr quint32 seed = 20'261;

} // namespace

DemoFill::DemoFill(QString folder, SandboxRecord& record, const TaskContext& task)
    : m_folder(std::move(folder))
    , m_record(record)
    , m_task(task)
{
}

Result<void> DemoFill::reached(const QString& step)
{
    m_record.demo = step;
    return writeRecord(m_folder, m_record);
}

Result<void> DemoFill::repositories()
{
    if (!m_record.demo.isEmpty())
        return {};
    if (auto made = demo::makeRepositories(m_folder, installpaths::demoFolder(), m_task); !made)
        return made;
    return reached(u"repositories"_s);
}

Result<void> DemoFill::story(PostgresServer& postgres, std::optional<qint32> auditSchema)
{
    if (m_record.empty || m_record.demo == u"done"_s)
        return {};
    const auto data = demo::loadDemo(installpaths::demoFolder());
    if (!data)
        return fail(data.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const demo::Story story = demo::tellStory(*data, now, seed, platformPartitions, auditSchema);
    m_task.report(3, 5, u"rows"_s);
    const auto rows = postgres.run(m_record, u"notifications"_s, demo::demoRows(*data, story, now), m_task);
    if (!rows)
        return fail(rows.error());
    KafkaConnection kafka;
    kafka.bootstrap = u"127.0.0.1:%1"_s.arg(m_record.kafkaPort);
    const bool cutOff = m_record.demo == u"records"_s;
    if (auto noted = reached(u"records"_s); !noted)
        return noted;
    if (auto written = demo::writeStory(kafka, story, cutOff, m_task); !written)
        return written;
    return reached(u"done"_s);
}

} // namespace nc
