#pragma once

#include "core/task.h"
#include "failures/sending/sendingitem.h"
#include "kafka/client/kafkaaccess.h"

#include <chrono>
#include <future>

namespace nc {

class RecordReader;

/// Tells whether a topic that is being read is still the one that the reading began with. One that was deleted and made
/// anew begins at offset 0 again; once it has grown past the place reached, the reading goes on in it as if nothing had
/// happened, and a ledger entry that spans both lives counts for neither.
///
/// A record that was read earlier and still stands at its place proves that everything read before that moment was of
/// the same life. So each batch is confirmed after it was read and before it is committed, by the last record of the
/// batch before it. Looking goes on in a thread of its own; use from one thread.
class TopicWitness {
public:
    using Clock = std::chrono::steady_clock;

    TopicWitness(KafkaAccess access, QString topic);
    ~TopicWitness();

    /// Begins to look, so that confirm() need not wait for it: for a batch of which `first` is part and which is nearly
    /// complete. Returns at once; does nothing while it is looking already.
    void prepare(const SendingItem& first, const TaskContext& task);
    /// For a batch that was read until `readBy`. errors::topicReplaced (also for a topic that is gone); errors of
    /// reading after some seconds of trying. An empty batch asks about what was confirmed last.
    Result<void> confirm(const QList<SendingItem>& batch, Clock::time_point readBy, const TaskContext& task);

private:
    struct Seen {
        qint32 partition = -1;
        qint64 offset = -1;
        QByteArray hash;
    };
    enum class Finding { Same, Other, Nothing };
    static Seen seen(const SendingItem& item);
    void begin(const TaskContext& task);
    Result<Finding> look(const Seen& earlier, const TaskContext& task);
    Result<Finding> lookPatiently(const Seen& earlier, const TaskContext& task);

    KafkaAccess m_access;
    QString m_topic;
    std::unique_ptr<RecordReader> m_reader; ///< of the thread that looks
    std::optional<Seen> m_seen;
    Clock::time_point m_begun; ///< when the look under way began
    std::future<Result<Finding>> m_look; ///< last: waits for the thread when this ends
};

} // namespace nc
