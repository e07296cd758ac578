// The platform's database, docs/contracts.md, section 4.
#include "sandbox/database.h"

#include "sandbox/postgresserver.h"
#include "sandbox/tool.h"

using namespace Qt::StringLiterals;

namespace nc {

QByteArray createConsoleRole()
{
    return "do $$ begin create role " + consoleRole.toLatin1()
        + " login; exception when duplicate_object then null; end $$;\n";
}

QByteArray createTables()
{
    const QByteArray role = consoleRole.toLatin1();
    return "create extension if not exists \"uuid-ossp\";\n"
           "create table if not exists notification_template (\n"
           "    id uuid primary key default uuid_generate_v4(),\n"
           "    name text not null,\n"
           "    channel text not null,\n"
           "    content text not null,\n"
           "    checksum text not null,\n"
           "    created_at timestamptz not null default now(),\n"
           "    updated_at timestamptz not null default now(),\n"
           "    title text,\n"
           "    ext_template_id text unique,\n"
           "    ext_published_at timestamptz,\n"
           "    unique (name, channel));\n"
           "create table if not exists notification_template_attr (\n"
           "    id uuid primary key default uuid_generate_v4(),\n"
           "    template_id uuid not null references notification_template(id),\n"
           "    name text not null,\n"
           "    value text not null,\n"
           "    unique (template_id, name));\n"
           "create table if not exists inbox_notification (\n"
           "    id uuid primary key,\n"
           "    recipient_id text,\n"
           "    subject text,\n"
           "    message text,\n"
           "    is_acknowledged boolean default false,\n"
           "    created_at timestamptz,\n"
           "    updated_at timestamptz);\n"
           "revoke create on schema public from public;\n"
           "grant usage on schema public to "
        + role
        + ";\n"
          "grant select, insert, update, delete on notification_template, notification_template_attr to "
        + role
        + ";\n"
          "grant select on inbox_notification to "
        + role + ";\n";
}

Result<void> PostgresServer::createDatabase(const SandboxRecord& record, const TaskContext& task)
{
    const auto found = run(record, u"postgres"_s,
        createConsoleRole() + "select 1 from pg_database where datname = 'notifications';\n", task);
    if (!found)
        return fail(found.error());
    if (found->trimmed() != "1") {
        const auto created = runTool({program(u"createdb"_s),
                                         {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(record.postgresPort),
                                             u"-U"_s, u"postgres"_s, u"notifications"_s}},
            task);
        if (!created)
            return fail(created.error());
    }
    const auto tables = run(record, u"notifications"_s, createTables(), task);
    if (!tables)
        return fail(tables.error());
    return {};
}

} // namespace nc
