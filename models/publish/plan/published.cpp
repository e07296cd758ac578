#include "publish/plan/published.h"

#include "postgres/rights.h"
#include "postgres/templatestore.h"
#include "publish/plan/errors.h"
#include "publish/plan/publishselection.h"

namespace nc {
namespace {

Result<std::unique_ptr<Connection>> openForReading(const DatabaseTarget& target, const TaskContext& context)
{
    auto connection = Connection::open(target, context);
    if (!connection)
        return connection;
    const auto rights = readRights(**connection, context);
    if (!rights)
        return fail(rights.error());
    if (auto granted = checkRights(*rights, rightsFor({}, {})); !granted)
        return fail(granted.error());
    return connection;
}

} // namespace

Result<QList<TemplateRow>> readPublishedRows(const DatabaseTarget& target, const TaskContext& context)
{
    const auto connection = openForReading(target, context);
    if (!connection)
        return fail(connection.error());
    return TemplateStore(**connection).rows(context);
}

Result<PublishedTemplate> readPublished(const DatabaseTarget& target, const QString& key, const TaskContext& context)
{
    const auto connection = openForReading(target, context);
    if (!connection)
        return fail(connection.error());
    TemplateStore store(**connection);
    const auto row = store.row(key.section(u'/', 0, 0), key.section(u'/', 1), context);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(errors::notPublished, key);
    const auto contents = store.contents({(*row)->id}, context);
    if (!contents)
        return fail(contents.error());
    return PublishedTemplate{**row, contents->value((*row)->id)};
}

Result<QHash<QString, QByteArray>> readPublishedContents(
    const DatabaseTarget& target, const QStringList& ids, const TaskContext& context)
{
    const auto connection = openForReading(target, context);
    if (!connection)
        return fail(connection.error());
    return TemplateStore(**connection).contents(ids, context);
}

} // namespace nc
