#pragma once

#include "deadletters/letters/deadletter.h"

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
    qint64 wouldSucceed = 0;

    QString key() const { return cause.groupKey + u'\n' + templateName + u'\n' + channel + u'\n' + origin; }
};

/// Adds up. Keeps no records.
class LetterGroups {
public:
    void add(const DeadLetter& letter, bool wouldSucceed = false);
    /// The largest first.
    QList<LetterGroup> groups() const;

private:
    QHash<QString, LetterGroup> m_groups;
};

} // namespace nc
