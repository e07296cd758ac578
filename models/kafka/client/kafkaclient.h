#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

struct rd_kafka_message_s;
struct rd_kafka_s;

namespace nc {

struct ClientSetting;

/// Owns one rd_kafka_t. Belongs to the thread that uses it, one at a time. Remembers what librdkafka told about its
/// connections, so that a time-out can be explained ("connection refused", "invalid credentials").
class KafkaClient {
public:
    enum class Kind { Consumer, Producer };
    using DeliveryReport = std::function<void(const rd_kafka_message_s*)>;

    /// Does not wait for a connection. `delivered` (producers) is called by poll() in the caller's thread. A consumer
    /// is one that waits in `access.idle`, where there is one of the same access and role, and goes back there when it
    /// is let go of, unless its connection had a problem.
    static Result<std::shared_ptr<KafkaClient>> open(
        Kind kind, const KafkaAccess& access, const QList<ClientSetting>& role = {}, DeliveryReport delivered = {});
    ~KafkaClient();
    KafkaClient(const KafkaClient&) = delete;
    KafkaClient& operator=(const KafkaClient&) = delete;

    rd_kafka_s* handle() const;
    const KafkaAccess& access() const;
    /// Serves callbacks for at most `time`.
    void poll(std::chrono::milliseconds time);

    /// To be told when an answer came: earlier connection trouble is over.
    void connected();
    /// Set once librdkafka reported something that waiting does not mend (credentials, certificates) or once every
    /// broker was down for a while; nothing while there is hope.
    std::optional<Error> connectionProblem();
    /// What to tell when something took longer than it may: the connection's trouble if there was any, else timed out.
    Error explainTimeout(const QString& subject);
    /// As above for any error code of librdkafka; `subject` is the topic or group it was about. `operation` is what was
    /// tried, in Kafka's words: where it is forbidden the error names that right (missingright.h).
    Error explain(int responseError, const QString& subject, const QString& detail = {},
        const QString& operation = QStringLiteral("Describe"));

private:
    struct Private;
    explicit KafkaClient(std::unique_ptr<Private> d);
    static Result<std::shared_ptr<KafkaClient>> make(
        Kind kind, const KafkaAccess& access, const QList<ClientSetting>& role, DeliveryReport delivered);
    std::unique_ptr<Private> d;
};

/// Runs a blocking call of librdkafka so that a cancel acts at once: the call goes on in a thread of its own, which
/// keeps `client` (and whatever `call` holds) alive until it ends. Gives false when cancelled or when the client's
/// connection has a problem that waiting does not mend; then `call`'s outcome must not be looked at.
/// `call` must only write to what it owns together with the caller (a shared_ptr).
bool runBlocking(const std::shared_ptr<KafkaClient>& client, const TaskContext& task, std::function<void()> call);

/// `librdkafka 2.0.2`
QString librdkafkaVersion();

} // namespace nc
