#pragma once

#include "deadletters/sending/replaysource.h"

namespace nc {

class RecordReader;

/// Tells whether a topic that is being read is still the one that the reading began with. One that was deleted and made
/// anew begins at offset 0 again; once it has grown past the place reached, the reading goes on in it as if nothing had
/// happened, and a ledger entry that spans both lives counts for neither.
///
/// A record that was read earlier and still stands at its place proves that everything read before that moment was of
/// the same life. So each batch is confirmed after it was read and before it is committed, by the last record of the
/// batch before it. Use from one thread.
class TopicWitness {
public:
    TopicWitness(KafkaAccess access, QString topic);
    ~TopicWitness();

    /// errors::topicReplaced (also for a topic that is gone); errors of reading after some seconds of trying.
    /// An empty batch asks about what was confirmed last.
    Result<void> confirm(const QList<ReplayItem>& batch, const TaskContext& task);

private:
    struct Seen {
        RecordPlace place;
        QByteArray hash;
    };
    enum class Finding { Same, Other, Nothing };
    Seen seen(const ReplayItem& item) const;
    Result<Finding> look(const Seen& earlier, const TaskContext& task);
    Result<Finding> lookPatiently(const Seen& earlier, const TaskContext& task);

    KafkaAccess m_access;
    QString m_topic;
    std::unique_ptr<RecordReader> m_reader;
    std::optional<Seen> m_seen;
};

} // namespace nc
