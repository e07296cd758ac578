#include "failures/verdicts/verdictbasis.h"

#include "core/task.h"
#include "failures/facts/platformtopics.h"
#include "kafka/cluster/admin.h"
#include "postgres/templatestore.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace nc {

Result<PublishedContents> readPublishedContents(const DatabaseTarget& target, const TaskContext& task)
{
    const auto connection = Connection::open(target, task);
    if (!connection)
        return fail(connection.error());
    TemplateStore store(**connection);
    const auto rows = store.rows(task);
    if (!rows)
        return fail(rows.error());
    QStringList ids;
    for (const TemplateRow& row : *rows)
        ids.append(row.id);
    const auto contents = store.contents(ids, task);
    if (!contents)
        return fail(contents.error());
    PublishedContents out;
    for (const TemplateRow& row : *rows)
        out.insert(row.key(), {row.title.has_value(), contents->value(row.id)});
    return out;
}

Result<QHash<QString, qint64>> readTopicLimits(ClusterAdmin& admin, const TaskContext& task)
{
    const auto configs = admin.configs(serviceTopics(), task);
    if (!configs)
        return fail(configs.error());
    QHash<QString, qint64> limits;
    for (auto config = configs->constBegin(); config != configs->constEnd(); ++config) {
        bool good = false;
        const qint64 limit = config->value(u"max.message.bytes"_s).value.toLongLong(&good);
        // Without the right to see it the service's own limit counts.
        limits.insert(config.key(), good ? limit : std::numeric_limits<qint64>::max());
    }
    return limits;
}

} // namespace nc
