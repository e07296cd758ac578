#include "postgres/testdatabase.h"

#include "core/sentences.h"
#include "testsandbox.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QString serverConninfo()
{
    // A server of one's own (`host=… port=… user=…` of a superuser) is quicker to have at hand than the sandbox.
    static const QString conninfo = [] {
        const QString given = qEnvironmentVariable("NC_TEST_POSTGRES");
        if (!given.isEmpty())
            return given;
        const QString console = nc::test::TestSandbox().profile().database;
        static const QRegularExpression port(uR"(\bport=(\d+))"_s);
        return u"host=127.0.0.1 port=%1 user=postgres"_s.arg(port.match(console).captured(1));
    }();
    return conninfo;
}

template <class T>
T sure(Result<T> result, const QString& what)
{
    if (!result)
        qFatal("%s: %s", qPrintable(what), qPrintable(describe(result.error(), Language::English)));
    return std::move(*result);
}

} // namespace

TestDatabase::TestDatabase()
    : m_name(u"nc_test_"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_role(m_name + u"_role"_s)
{
    const TaskContext context;
    {
        const auto server =
            sure(Connection::open({serverConninfo() + u" dbname=postgres"_s}, context), u"connecting to the server"_s);
        for (const QString& statement : {u"create database "_s + m_name, u"create role "_s + m_role + u" login"_s})
            sure(server->run(Effect::Read, statement.toUtf8().constData(), {}, context), statement);
    }
    m_admin = sure(Connection::open(admin(), context), u"connecting to the database"_s);
    for (const QString& statement : {
             u"create extension \"uuid-ossp\""_s,
             u"create table notification_template(id uuid primary key default uuid_generate_v4(), name text not null,"
             " channel text not null, content text not null, checksum text not null,"
             " created_at timestamptz not null default now(), updated_at timestamptz not null default now(),"
             " title text, ext_template_id text unique, ext_published_at timestamptz, unique (name, channel))"_s,
             u"create table notification_template_attr(id uuid primary key default uuid_generate_v4(),"
             " template_id uuid not null references notification_template(id), name text not null,"
             " value text not null, unique (template_id, name))"_s,
             u"create table inbox_notification(id uuid primary key, recipient_id text, subject text, message text,"
             " is_acknowledged boolean default false, created_at timestamptz, updated_at timestamptz)"_s,
             u"grant select, insert, update, delete on notification_template, notification_template_attr to %1"_s.arg(
                 m_role),
             u"grant select on inbox_notification to %1"_s.arg(m_role),
         })
        sql(statement);
}

TestDatabase::~TestDatabase()
{
    m_admin.reset();
    const TaskContext context;
    const auto server = Connection::open({serverConninfo() + u" dbname=postgres"_s}, context);
    if (!server)
        return;
    const QByteArray drop = "drop database " + m_name.toUtf8() + " with (force)";
    const QByteArray dropRole = "drop role " + m_role.toUtf8();
    (void)(*server)->run(Effect::Read, drop.constData(), {}, context);
    (void)(*server)->run(Effect::Read, dropRole.constData(), {}, context);
}

DatabaseTarget TestDatabase::target() const
{
    return {serverConninfo() + u" dbname=%1 user=%2"_s.arg(m_name, m_role)};
}

DatabaseTarget TestDatabase::admin() const
{
    return {serverConninfo() + u" dbname="_s + m_name};
}

QList<QByteArrayList> TestDatabase::sql(const QString& statement)
{
    const SqlRows rows = sure(m_admin->run(Effect::Read, statement.toUtf8().constData(), {}, TaskContext{}), statement);
    QList<QByteArrayList> copy;
    for (const SqlRow& row : rows.rows) {
        QByteArrayList values;
        for (const SqlValue& value : row)
            values += value.value_or(QByteArray());
        copy += values;
    }
    return copy;
}

QByteArray TestDatabase::value(const QString& statement)
{
    return sql(statement).value(0).value(0);
}
