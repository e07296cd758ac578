#include "deadletters/letters/lettergroups.h"

#include <algorithm>

namespace nc {

void LetterGroups::add(const DeadLetter& letter, bool wouldSucceed)
{
    const QString key =
        LetterGroup{letter.cause, letter.facts.templateName, letter.facts.channel, letter.origin.topic, 0, -1, -1, 0, 0}
            .key();
    LetterGroup& group = m_groups[key];
    const qint64 at = letter.record.timestamp;
    if (group.count == 0 || at >= group.last) {
        group.cause = letter.cause;
        group.last = at;
    }
    if (group.count == 0 || at < group.first)
        group.first = at;
    group.templateName = letter.facts.templateName;
    group.channel = letter.facts.channel;
    group.origin = letter.origin.topic;
    ++group.count;
    group.open += letter.handled() ? 0 : 1;
    group.wouldSucceed += wouldSucceed ? 1 : 0;
}

QList<LetterGroup> LetterGroups::groups() const
{
    QList<LetterGroup> groups = m_groups.values();
    std::ranges::sort(groups, [](const LetterGroup& a, const LetterGroup& b) {
        return a.count != b.count ? a.count > b.count : a.key() < b.key();
    });
    return groups;
}

} // namespace nc
