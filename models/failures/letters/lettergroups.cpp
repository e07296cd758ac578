#include "failures/letters/lettergroups.h"

#include <algorithm>

namespace nc {

const QString& LetterGroups::add(const DeadLetter& letter, bool wouldSucceed)
{
    Named& named =
        m_groups[{letter.cause.groupKey, letter.facts.templateName, letter.facts.channel, letter.origin.topic}];
    LetterGroup& group = named.group;
    const qint64 at = letter.record.timestamp;
    if (group.count == 0 || at >= group.last) {
        group.cause = letter.cause;
        group.last = at;
    }
    if (group.count == 0 || at < group.first)
        group.first = at;
    if (group.count == 0) {
        group.templateName = letter.facts.templateName;
        group.channel = letter.facts.channel;
        group.origin = letter.origin.topic;
        named.key = group.key();
    }
    ++group.count;
    const bool unknown = letter.state == LetterState::Unknown;
    group.unknown += unknown ? 1 : 0;
    group.open += unknown || letter.handled() ? 0 : 1;
    group.wouldSucceed += wouldSucceed ? 1 : 0;
    return named.key;
}

QList<LetterGroup> LetterGroups::groups() const
{
    QList<Named> all = m_groups.values();
    std::ranges::sort(all, [](const Named& a, const Named& b) {
        return a.group.count != b.group.count ? a.group.count > b.group.count : a.key < b.key;
    });
    QList<LetterGroup> groups;
    for (const Named& one : std::as_const(all))
        groups.append(one.group);
    return groups;
}

} // namespace nc
