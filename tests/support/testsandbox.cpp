#include "testsandbox.h"

#include "core/task.h"
#include "kafka/cluster/admin.h"
#include "sandbox/database.h"
#include "sandbox/sandbox.h"
#include "sandbox/tool.h"
#include "testpass.h"

#include <QCoreApplication>
#include <QUuid>

#include <atomic>

using namespace Qt::StringLiterals;

namespace nc::test {
namespace {

[[noreturn]] void giveUp(const char* what, const Error& error)
{
    qFatal("%s: %s %s %s", what, qPrintable(error.id()), qPrintable(error.subject), qPrintable(error.detail));
    std::abort();
}

QString psql(const QString& database, int port, const QString& sql, bool oneTransaction)
{
    QStringList arguments{u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, u"127.0.0.1"_s,
        u"-p"_s, QString::number(port), u"-U"_s, u"postgres"_s, u"-d"_s, database, u"-f"_s, u"-"_s};
    if (oneTransaction)
        arguments.prepend(u"-1"_s);
    const auto result = runTool({.program = u"psql"_s, .arguments = arguments, .input = sql.toUtf8()}, TaskContext());
    if (!result)
        giveUp("psql", result.error());
    return QString::fromUtf8(*result).trimmed();
}

int portOf(const QString& conninfo)
{
    const qsizetype at = conninfo.indexOf(u"port="_s) + 5;
    return conninfo.mid(at, conninfo.indexOf(u' ', at) - at).toInt();
}

} // namespace

TestDatabase::~TestDatabase()
{
    psql(u"postgres"_s, m_port, u"drop database if exists \"%1\" with (force)"_s.arg(m_name), false);
}

QString TestDatabase::name() const
{
    return m_name;
}

QString TestDatabase::conninfo() const
{
    return u"host=127.0.0.1 port=%1 dbname=%2 user=%3"_s.arg(m_port).arg(m_name, consoleRole);
}

QString TestDatabase::superuserConninfo() const
{
    return u"host=127.0.0.1 port=%1 dbname=%2 user=postgres"_s.arg(m_port).arg(m_name);
}

QString TestDatabase::run(const QString& sql) const
{
    return psql(m_name, m_port, sql, true);
}

TestSandbox::TestSandbox()
    : m_folder(qEnvironmentVariable("NC_TEST_SANDBOX", QStringLiteral(NC_TEST_SANDBOX)))
{
    // With the sandbox running this only looks; started by hand, a test brings it up itself.
    const auto status = Sandbox(m_folder).up({.empty = true}, testPass(Operation::StartSandbox), TaskContext());
    if (!status)
        giveUp("the test sandbox does not start", status.error());
    m_profile = status->record.profile;
}

QString TestSandbox::uniqueName(const QString& stem) const
{
    return stem + u'.' + QUuid::createUuid().toString(QUuid::Id128).first(12);
}

void TestSandbox::createTopic(const QString& topic, int partitions) const
{
    const auto admin = ClusterAdmin::open(m_profile.kafka);
    if (!admin)
        giveUp("admin client", admin.error());
    const auto created = (*admin)->createTopic({topic, partitions, 1, {}}, TaskContext());
    if (!created)
        giveUp("create topic", created.error());
}

QString TestSandbox::makeTopic(const QString& stem, int partitions, bool deadLetter) const
{
    const QString topic = uniqueName(stem);
    createTopic(topic, partitions);
    if (deadLetter)
        createTopic(topic + u".DLT"_s, partitions);
    return topic;
}

std::unique_ptr<TestDatabase> TestSandbox::makeDatabase() const
{
    std::unique_ptr<TestDatabase> database(new TestDatabase);
    database->m_port = portOf(m_profile.database);
    database->m_name = u"test_"_s + QUuid::createUuid().toString(QUuid::Id128).first(16);
    psql(u"postgres"_s, database->m_port, u"create database \"%1\""_s.arg(database->m_name), false);
    psql(database->m_name, database->m_port, QString::fromUtf8(createTables()), true);
    return database;
}

} // namespace nc::test
