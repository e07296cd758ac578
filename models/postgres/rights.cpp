#include "postgres/rights.h"

#include "postgres/errors.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<QList<TableRights>> readRights(Connection& connection, const TaskContext& context)
{
    static const char* const sql = R"(
        select t.name, c.oid is not null,
               coalesce(has_table_privilege(c.oid, 'select'), false), coalesce(has_table_privilege(c.oid, 'insert'), false),
               coalesce(has_table_privilege(c.oid, 'update'), false), coalesce(has_table_privilege(c.oid, 'delete'), false)
          from unnest(array['notification_template', 'notification_template_attr', 'inbox_notification']) as t(name)
          left join pg_class c on c.oid = to_regclass(t.name))";
    const auto rows = connection.run(Effect::Read, sql, {}, context);
    if (!rows)
        return fail(rows.error());
    QList<TableRights> rights;
    for (const SqlRow& row : rows->rows) {
        const auto yes = [&row](std::size_t column) { return row[column] == "t"; };
        rights.append({QString::fromUtf8(row[0].value_or(QByteArray())), yes(1), yes(2), yes(3), yes(4), yes(5)});
    }
    return rights;
}

Result<void> checkRights(const QList<TableRights>& rights, const QList<NeededRight>& needed)
{
    for (const NeededRight& need : needed) {
        TableRights found;
        for (const TableRights& candidate : rights) {
            if (candidate.table == need.table)
                found = candidate;
        }
        if (!found.exists)
            return fail(errors::missingTable, need.table);
        const bool granted = need.right == u"select" ? found.select
            : need.right == u"insert"                ? found.insert
            : need.right == u"update"                ? found.update
                                                     : found.remove;
        if (!granted)
            return fail(errors::missingRight, need.table, need.right.toUpper());
    }
    return {};
}

} // namespace nc
