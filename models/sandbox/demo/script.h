#pragma once

#include "kafka/records/record.h"
#include "sandbox/demo/demodata.h"

namespace nc::demo {

/// Collects records in any order, with their times, and gives them their places in the order of time: the offsets that
/// they get when they are written to empty topics. Dead letters name the place of what they are a copy of, so their
/// headers are made last.
class Script {
public:
    using Id = qsizetype;

    /// An ordinary record; `place.offset` comes later.
    Id add(const Record& record);
    /// The dead letter of `origin`, as Spring Kafka writes it: foreign headers, exception, original, trace, type
    /// (docs/contracts.md, section 7).
    Id addDeadLetter(Id origin, qint64 at, const QByteArray& value, const FailureWords& words, const QByteArray& trace,
        const QByteArray& type);
    /// `deadLetter` sent back by hand with every header that it had.
    Id addCarelessReplay(Id deadLetter, qint64 at, qint32 partition);

    const Record& at(Id id) const { return m_drafts.at(id).record; }

    /// All records in the order in which to write them.
    QList<Record> finish();

private:
    struct Draft {
        Record record;
        Id origin = -1; ///< a dead letter of that one
        Id replayOf = -1; ///< sent back from that one
        FailureWords words = {};
        QByteArray trace = {};
        QByteArray type = {};
    };
    void finishHeaders(Draft& draft) const;

    QList<Draft> m_drafts;
};

} // namespace nc::demo
