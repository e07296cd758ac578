#include "failures/trace/traceinbox.h"

#include "failures/facts/errors.h"
#include "failures/facts/unseensources.h"

#include <algorithm>

namespace nc {
namespace {

constexpr qint64 mostMessages = 5'000;
/// Between a delivery and its row in the inbox table.
constexpr qint64 aroundDelivery = 60'000;

InboxQuery inboxQuery(const TraceQuery& query, const QList<TraceFact>& facts)
{
    InboxQuery out;
    out.since = query.since;
    if (query.by == TraceQuery::By::Recipient)
        out.recipients.append(query.text);
    for (const TraceFact& fact : facts) {
        for (const TracePerson& person : fact.people) {
            if (!person.id.isEmpty() && !out.recipients.contains(person.id) && out.recipients.size() < mostMessages)
                out.recipients.append(person.id);
        }
        if (fact.channel != u"inbox" || fact.message.isEmpty())
            continue;
        // The table knows people by another name than the records: the text and the time are what both have.
        out.from = out.texts.isEmpty() ? fact.at : std::min(out.from, fact.at);
        out.to = std::max(out.to, fact.at);
        if (!out.texts.contains(fact.message))
            out.texts.append(fact.message);
    }
    out.from -= aroundDelivery;
    out.to += aroundDelivery;
    return out;
}

Result<QList<InboxMessage>> readMessages(const DatabaseTarget& database, InboxQuery query,
    const QList<TraceFact>& facts, InboxPeople& people, const TaskContext& task)
{
    const auto connection = Connection::open(database, task);
    if (!connection)
        return fail(connection.error());
    auto messages = readInbox(**connection, query, mostMessages, task);
    if (!messages)
        return messages;
    people.learn(facts, *messages);
    const QStringList known = people.ids();
    if (known.isEmpty())
        return messages;
    // Their other messages too, of which the topics hold nothing any more.
    query.recipients += known;
    return readInbox(**connection, query, mostMessages, task);
}

} // namespace

void readTraceInbox(const std::optional<DatabaseTarget>& database, const TraceQuery& query,
    const QList<TraceFact>& facts, TraceContext& context, const TaskContext& task)
{
    if (!database) {
        context.unseen.add(sources::inbox, {errors::traceNoDatabase, {}, {}, Next::Abort});
        return;
    }
    const InboxQuery wanted = inboxQuery(query, facts);
    if (wanted.recipients.isEmpty() && wanted.texts.isEmpty())
        return;
    auto messages = readMessages(*database, wanted, facts, context.people, task);
    if (!messages) {
        context.unseen.add(sources::inbox, messages.error());
        return;
    }
    if (messages->size() >= mostMessages)
        context.inboxFrom = messages->first().createdAt;
    context.inbox = std::move(*messages);
}

} // namespace nc
