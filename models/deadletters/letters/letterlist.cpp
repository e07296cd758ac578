#include "deadletters/letters/letterlist.h"

#include "core/errors.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<LetterList> loadLetters(DeadLetterStore& store, const LetterQuery& query, qint64 most, const TaskContext& task)
{
    const auto ledger = store.ledger(query.topic, task);
    if (!ledger)
        return fail(ledger.error());
    LetterList list;
    LetterGroups groups;
    const auto visit = [&](const DeadLetter& letter) {
        if (list.rows.size() >= most) {
            list.complete = false;
            return false;
        }
        groups.add(letter);
        const LetterGroup group{
            letter.cause, letter.facts.templateName, letter.facts.channel, letter.origin.topic, 0, -1, -1, 0, 0};
        list.rows.append({letter.record.partition, letter.record.offset, letter.record.timestamp, letter.state,
            letter.cause.reason, group.key(), letter.facts.templateName, letter.facts.channel,
            letter.facts.recipients.join(u", "_s), letter.origin.topic, letter.returns});
        return true;
    };
    const auto done = store.read(query, *ledger, visit, task);
    if (!done)
        return fail(done.error());
    list.groups = groups.groups();
    return list;
}

Result<DeadLetter> loadLetter(
    DeadLetterStore& store, const QString& topic, qint32 partition, qint64 offset, const TaskContext& task)
{
    const auto ledger = store.ledger(topic, task);
    if (!ledger)
        return fail(ledger.error());
    LetterQuery query;
    query.topic = topic;
    query.offsets.add(partition, offset, offset);
    std::optional<DeadLetter> found;
    const auto visit = [&found](const DeadLetter& letter) {
        found = letter;
        return false;
    };
    const auto done = store.read(query, *ledger, visit, task);
    if (!done)
        return fail(done.error());
    if (!found)
        return fail(errors::notFound, u"%1 %2:%3"_s.arg(topic).arg(partition).arg(offset));
    return *found;
}

} // namespace nc
