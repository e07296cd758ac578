#include "kafka/client/kafkaclient.h"

#include "kafka/client/addressmap.h"
#include "kafka/client/clientconfig.h"
#include "kafka/client/connectiontrouble.h"
#include "kafka/client/errors.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaerror.h"
#include "kafka/client/missingright.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <netdb.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {

struct KafkaClient::Private {
    KafkaAccess access;
    DeliveryReport delivered;
    ConnectionTrouble trouble;
    AddressMap addresses;
    rd_kafka_t* handle = nullptr;
};

namespace {

// Words go to errors, not to stderr.
void swallowLog(const rd_kafka_t*, int, const char*, const char*)
{
}

/// Destroying joins the client's threads, one of which may sit in a name look-up: that one is not waited for. It uses
/// `used` (the callbacks' opaque) until it ends.
void destroyInTime(rd_kafka_t* handle, const std::shared_ptr<void>& used)
{
    struct Done {
        std::mutex mutex;
        std::condition_variable changed;
        bool is = false;
    };
    const auto done = std::make_shared<Done>();
    std::thread reaper([handle, done, used] {
        rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
        const std::lock_guard lock(done->mutex);
        done->is = true;
        done->changed.notify_all();
    });
    std::unique_lock lock(done->mutex);
    const bool inTime = done->changed.wait_for(lock, 60ms, [&] { return done->is; });
    lock.unlock();
    if (inTime)
        reaper.join();
    else
        reaper.detach();
}

} // namespace

KafkaClient::KafkaClient(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

KafkaClient::~KafkaClient()
{
    if (rd_kafka_t* const handle = d->handle)
        destroyInTime(handle, std::move(d));
}

Result<std::shared_ptr<KafkaClient>> KafkaClient::open(
    Kind kind, const KafkaAccess& access, const QList<ClientSetting>& role, DeliveryReport delivered)
{
    if (kind != Kind::Consumer || !access.idle)
        return make(kind, access, role, std::move(delivered));
    QByteArray key = QByteArrayLiteral("kafka");
    for (const ClientSetting& setting : role)
        key += '\n' + QByteArray(setting.name) + '=' + setting.value;
    std::shared_ptr<KafkaClient> client;
    while (const auto waiting = std::static_pointer_cast<KafkaClient>(access.idle->take(key))) {
        waiting->poll(0ms); // what happened to its connection while it waited
        const KafkaAccess& its = waiting->access();
        if (its.connection == access.connection && its.secrets == access.secrets && !waiting->connectionProblem()) {
            client = waiting;
            break;
        }
    }
    if (!client) {
        // What waits must not hold the place where it waits.
        auto made = make(kind, KafkaAccess(access.connection, access.secrets), role, {});
        if (!made)
            return made;
        client = std::move(*made);
    }
    KafkaClient* const lent = client.get();
    return std::shared_ptr<KafkaClient>(
        lent, [client = std::move(client), key, idle = std::weak_ptr(access.idle)](KafkaClient*) mutable {
            const auto place = idle.lock();
            if (place && !client->connectionProblem())
                place->keep(key, std::move(client));
        });
}

Result<std::shared_ptr<KafkaClient>> KafkaClient::make(
    Kind kind, const KafkaAccess& access, const QList<ClientSetting>& role, DeliveryReport delivered)
{
    auto conf = makeClientConfig(access, role);
    if (!conf)
        return fail(conf.error());
    auto priv = std::make_unique<Private>();
    priv->access = access;
    priv->delivered = std::move(delivered);
    auto addresses = AddressMap::parse(access.connection.settings);
    if (!addresses)
        return fail(addresses.error());
    priv->addresses = std::move(*addresses);
    rd_kafka_conf_set_opaque(conf->get(), priv.get());
    if (!priv->addresses.isEmpty()) {
        rd_kafka_conf_set_resolve_cb(conf->get(),
            [](const char* host, const char* port, const addrinfo* hints, addrinfo** result, void* opaque) {
                // Without a host it is asked to free what it gave.
                if (!host && !port) {
                    ::freeaddrinfo(*result);
                    return 0;
                }
                return static_cast<Private*>(opaque)->addresses.resolve(host, port, hints, result);
            });
    }
    rd_kafka_conf_set_log_cb(conf->get(), swallowLog);
    rd_kafka_conf_set_error_cb(conf->get(), [](rd_kafka_t*, int code, const char* reason, void* opaque) {
        static_cast<Private*>(opaque)->trouble.note(code, QString::fromUtf8(reason));
    });
    if (kind == Kind::Producer && priv->delivered) {
        rd_kafka_conf_set_dr_msg_cb(conf->get(), [](rd_kafka_t*, const rd_kafka_message_t* message, void* opaque) {
            static_cast<Private*>(opaque)->delivered(message);
        });
    }
    std::array<char, 512> text{};
    priv->handle = rd_kafka_new(
        kind == Kind::Producer ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER, conf->get(), text.data(), text.size());
    if (!priv->handle)
        return fail(errors::kafkaBadSetting, access.connection.bootstrap, QString::fromUtf8(text.data()));
    (void)conf->release(); // rd_kafka_new took it
    return std::shared_ptr<KafkaClient>(new KafkaClient(std::move(priv)));
}

rd_kafka_t* KafkaClient::handle() const
{
    return d->handle;
}

const KafkaAccess& KafkaClient::access() const
{
    return d->access;
}

void KafkaClient::poll(std::chrono::milliseconds time)
{
    rd_kafka_poll(d->handle, static_cast<int>(time.count()));
}

void KafkaClient::connected()
{
    d->trouble.clear();
}

std::optional<Error> KafkaClient::connectionProblem()
{
    poll(0ms);
    return d->trouble.problem(d->access.connection);
}

Error KafkaClient::explainTimeout(const QString& subject)
{
    poll(0ms);
    if (auto known = d->trouble.anything(d->access.connection))
        return *known;
    return {errors::kafkaTimedOut, subject.isEmpty() ? d->access.connection.bootstrap : subject, {}, Next::Retry};
}

Error KafkaClient::explain(int responseError, const QString& subject, const QString& detail, const QString& operation)
{
    const auto code = static_cast<rd_kafka_resp_err_t>(responseError);
    const KafkaConnection& connection = d->access.connection;
    switch (code) {
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        return missingRight(RightOn::Topic, subject, operation, connection);
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
        return missingRight(RightOn::Group, subject, operation, connection);
    case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
        return missingRight(RightOn::TransactionalId, subject, u"Describe, Write"_s, connection);
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
        // Brokers before 3.0 want it of every idempotent writer.
        return missingRight(RightOn::Cluster, u"kafka-cluster"_s,
            operation == u"Write"_s ? u"IdempotentWrite"_s : operation, connection);
    default:
        break;
    }
    if (code == RD_KAFKA_RESP_ERR__TIMED_OUT || code == RD_KAFKA_RESP_ERR__TRANSPORT
        || code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN || code == RD_KAFKA_RESP_ERR__MSG_TIMED_OUT) {
        const Error trouble = explainTimeout(subject);
        if (!trouble.is(errors::kafkaTimedOut))
            return trouble;
    }
    Error error = kafkaError(code, subject, detail);
    if (error.is(errors::kafkaUnreachable))
        error.subject = d->access.connection.bootstrap;
    return error;
}

bool runBlocking(const std::shared_ptr<KafkaClient>& client, const TaskContext& task, std::function<void()> call)
{
    struct Done {
        std::mutex mutex;
        std::condition_variable changed;
        bool is = false;
    };
    const auto done = std::make_shared<Done>();
    std::thread worker([client, done, call = std::move(call)] {
        call();
        const std::lock_guard lock(done->mutex);
        done->is = true;
        done->changed.notify_all();
    });
    std::unique_lock lock(done->mutex);
    for (;;) {
        if (done->changed.wait_for(lock, 20ms, [&] { return done->is; })) {
            lock.unlock();
            worker.join();
            return true;
        }
        if (task.isCancelled() || client->connectionProblem()) {
            lock.unlock();
            worker.detach();
            return false;
        }
    }
}

QString librdkafkaVersion()
{
    return u"librdkafka "_s + QString::fromLatin1(rd_kafka_version_str());
}

} // namespace nc
