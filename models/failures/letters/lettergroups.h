#pragma once

#include "failures/letters/deadletter.h"

#include <QHash>

namespace nc {

/// Dead letters that failed for the same reason: same cause (with what differs from record to record taken out),
/// template, channel and topic of origin.
struct LetterGroup {
    Cause cause; ///< of the newest one
    QString templateName;
    QString channel;
    QString origin; ///< topic
    qint64 count = 0;
    qint64 first = -1; ///< epoch milliseconds
    qint64 last = -1;
    qint64 open = 0; ///< neither sent back nor discarded
    qint64 unknown = 0; ///< nobody can tell whether they are open
    qint64 wouldSucceed = 0;

    QString key() const { return cause.groupKey + u'\n' + templateName + u'\n' + channel + u'\n' + origin; }
};

/// Adds up. Keeps no records.
class LetterGroups {
public:
    /// Gives the key of the letter's group, the same text each time; valid until the next one is added.
    const QString& add(const DeadLetter& letter, bool wouldSucceed = false);
    /// The largest first.
    QList<LetterGroup> groups() const;

private:
    /// LetterGroup::key() in its parts: putting it together takes longer than looking it up.
    struct Key {
        QString cause;
        QString templateName;
        QString channel;
        QString origin;

        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed)
        {
            return qHashMulti(seed, key.cause, key.templateName, key.channel, key.origin);
        }
    };
    struct Named {
        QString key;
        LetterGroup group;
    };
    QHash<Key, Named> m_groups;
};

} // namespace nc
