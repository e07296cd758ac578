#include "failures/letters/letterlist.h"

#include "core/errors.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Rows of many letters say the same few things: they share them.
class SharedTexts {
public:
    QString shared(const QString& text)
    {
        constexpr qsizetype most = 10'000; // beyond it they hardly repeat
        const auto known = m_texts.constFind(text);
        if (known != m_texts.constEnd())
            return *known;
        return m_texts.size() < most ? *m_texts.insert(text) : text;
    }

private:
    QSet<QString> m_texts;
};

} // namespace

Result<Seen<LetterList>> loadLetters(
    DeadLetterStore& store, const LetterQuery& query, qint64 most, const TaskContext& task)
{
    const auto read = store.ledger(query.topic, task);
    if (!read)
        return fail(read.error());
    Unseen unseen;
    const LedgerIndex& ledger = read->into(unseen);
    LetterList list;
    LetterGroups groups;
    SharedTexts texts;
    const auto visit = [&](const DeadLetter& letter) {
        if (list.rows.size() >= most) {
            list.complete = false;
            return false;
        }
        const QString& group = groups.add(letter);
        Error cause = letter.cause.reason;
        cause.subject = texts.shared(cause.subject);
        cause.detail = texts.shared(cause.detail);
        list.rows.append({letter.record.partition, letter.record.offset, letter.record.timestamp, letter.state, cause,
            group, texts.shared(letter.facts.templateName), texts.shared(letter.facts.channel),
            letter.facts.recipients.join(u", "_s), texts.shared(letter.origin.topic), letter.returns});
        return true;
    };
    const auto done = store.read(query, ledger, visit, task, LetterParts::WithoutTraces);
    if (!done)
        return fail(done.error());
    list.groups = groups.groups();
    return Seen(std::move(list), std::move(unseen));
}

Result<Seen<DeadLetter>> loadLetter(
    DeadLetterStore& store, const QString& topic, qint32 partition, qint64 offset, const TaskContext& task)
{
    const auto read = store.ledger(topic, task);
    if (!read)
        return fail(read.error());
    Unseen unseen;
    const LedgerIndex& ledger = read->into(unseen);
    LetterQuery query;
    query.topic = topic;
    query.offsets.add(partition, offset, offset);
    std::optional<DeadLetter> found;
    const auto visit = [&found](const DeadLetter& letter) {
        found = letter;
        return false;
    };
    const auto done = store.read(query, ledger, visit, task);
    if (!done)
        return fail(done.error());
    if (!found)
        return fail(errors::notFound, u"%1 %2:%3"_s.arg(topic).arg(partition).arg(offset));
    return Seen(std::move(*found), std::move(unseen));
}

} // namespace nc
