#include "postgres/databaseidentity.h"

using namespace Qt::StringLiterals;

namespace nc {

QString databaseIdentity(Connection& connection, const TaskContext& context)
{
    static const char* const sql = R"(
        select s.system_identifier::text || '/' || d.oid::text
          from pg_control_system() s, pg_database d where d.datname = current_database())";
    const auto rows = connection.run(Effect::Read, sql, {}, context);
    if (!rows || rows->rows.empty())
        return {};
    return QString::fromUtf8(rows->rows.front()[0].value_or(QByteArray()));
}

} // namespace nc
