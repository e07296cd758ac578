#include "kafka/client/nudge.h"

#include "kafka/client/handles.h"

using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto interval = 5ms;
// A queue this long keeps the reader busy until the next look.
constexpr std::size_t lowMark = 8000;
// Long enough for an answer from far away; the request itself is what wakes the thread.
constexpr int patienceMs = 20;

} // namespace

Nudge::Nudge(std::shared_ptr<KafkaClient> client, QByteArray topic, QList<qint32> partitions, rd_kafka_queue_s* queue)
    : m_client(std::move(client))
    , m_topic(std::move(topic))
    , m_partitions(std::move(partitions))
    , m_queue(queue)
    , m_thread([this] { run(); })
{
}

Nudge::~Nudge()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool Nudge::isNeeded()
{
    return rd_kafka_version() < 0x02020000;
}

void Nudge::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, interval, [this] { return m_stop; })) {
        if (rd_kafka_queue_length(m_queue) >= lowMark)
            continue;
        lock.unlock();
        for (const qint32 partition : m_partitions) {
            int64_t low = 0;
            int64_t high = 0;
            (void)rd_kafka_query_watermark_offsets(
                m_client->handle(), m_topic.constData(), partition, &low, &high, patienceMs);
        }
        lock.lock();
    }
}

} // namespace nc
