#include "failures/deliveries/inboxhistory.h"

#include "failures/facts/unseensources.h"

namespace nc {
namespace {

// More than a week's messages of a large registry; older ones belong to events that no topic holds any more.
constexpr auto newestRows =
    "select recipient_id, subject, (extract(epoch from created_at) * 1000)::bigint, "
    "encode(sha256(convert_to(coalesce(subject, '') || E'\\n' || coalesce(message, ''), 'UTF8')), 'hex') "
    "from inbox_notification order by created_at desc limit 200000";
constexpr auto titles = "select name, title from notification_template where channel = 'inbox' and title is not null";

QString text(const SqlValue& value)
{
    return value ? QString::fromUtf8(*value) : QString();
}

} // namespace

static Result<void> readInto(DeliveryHistory& history, const DatabaseTarget& database, const TaskContext& task)
{
    const auto connection = Connection::open(database, task);
    if (!connection)
        return fail(connection.error());
    const auto rows = (*connection)->run(Effect::Read, newestRows, {}, task);
    if (!rows)
        return fail(rows.error());
    for (const SqlRow& row : rows->rows)
        history.addInbox(text(row[0]), text(row[1]), row[2] ? row[2]->toLongLong() : -1,
            QByteArray::fromHex(row[3].value_or(QByteArray())));
    const auto named = (*connection)->run(Effect::Read, titles, {}, task);
    if (!named)
        return fail(named.error());
    for (const SqlRow& row : named->rows)
        history.addInboxTitle(text(row[0]), text(row[1]));
    return {};
}

Result<Unseen> addInboxRows(DeliveryHistory& history, const DatabaseTarget& database, const TaskContext& task)
{
    const auto read = readInto(history, database, task);
    if (task.isCancelled())
        return TaskContext::cancelled();
    Unseen unseen;
    if (!read)
        unseen.add(sources::inbox, read.error());
    history.addUnseen(unseen);
    return unseen;
}

} // namespace nc
