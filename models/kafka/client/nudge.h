#pragma once

#include "kafka/client/kafkaclient.h"

#include <QElapsedTimer>
#include <QList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

struct rd_kafka_queue_s;

namespace nc {

/// Wakes the threads of librdkafka (before 2.2) that fetch. When the local queue was full for a moment such a thread
/// sleeps for up to a second, even if the queue is drained at once; any request to its broker wakes it. So every 5 ms,
/// while the queue is low, one partition of each leader is asked for its watermarks, from a thread of its own.
class Nudge {
public:
    /// `partitions`: one for each leader.
    Nudge(std::shared_ptr<KafkaClient> client, QByteArray topic, QList<qint32> partitions, rd_kafka_queue_s* queue);
    /// Ends the thread (it may be in a request for a few milliseconds).
    ~Nudge();
    Nudge(const Nudge&) = delete;
    Nudge& operator=(const Nudge&) = delete;

    /// Newer versions of librdkafka have fetch.queue.backoff.ms and need none.
    static bool isNeeded();

private:
    void run();

    std::shared_ptr<KafkaClient> m_client;
    QByteArray m_topic;
    QList<qint32> m_partitions;
    rd_kafka_queue_s* m_queue;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace nc
