#include "failures/trace/inboxpeople.h"

#include "failures/facts/eventidentity.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace nc {

bool InboxPeople::isNear(qint64 at, const InboxMessage& row)
{
    constexpr qint64 aroundIt = 60'000;
    return std::abs(at - row.createdAt) < aroundIt;
}

void InboxPeople::learn(const QList<TraceFact>& facts, const QList<InboxMessage>& rows)
{
    QHash<QByteArray, QList<const InboxMessage*>> byText;
    for (const InboxMessage& row : rows)
        byText[messageHash(row.subject, row.message)].append(&row);
    QHash<QString, QSet<QString>> candidates;
    for (const TraceFact& fact : facts) {
        if (fact.channel != u"inbox" || fact.message.isEmpty() || fact.people.size() != 1)
            continue;
        QSet<QString> here;
        for (const InboxMessage* row : byText.value(fact.message)) {
            if (isNear(fact.at, *row))
                here.insert(row->recipient);
        }
        // The same text to several people at once tells nothing.
        if (here.size() == 1)
            candidates[fact.people.first().id.toLower()].unite(here);
    }
    QHash<QString, QStringList> claims;
    for (auto person = candidates.constBegin(); person != candidates.constEnd(); ++person) {
        if (person->size() == 1)
            claims[*person->cbegin()].append(person.key());
    }
    for (auto claim = claims.constBegin(); claim != claims.constEnd(); ++claim) {
        if (claim->size() == 1)
            m_ids.insert(claim->first(), claim.key());
    }
}

bool InboxPeople::isTheirs(const TracePerson& person, const InboxMessage& row) const
{
    return person.isCalled(row.recipient) || (!person.id.isEmpty() && idOf(person.id) == row.recipient);
}

} // namespace nc
