#include "kafka/writing/transactionalproducer.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/errors.h"
#include "kafka/client/kafkaclient.h"

#include <QDeadlineTimer>
#include <QHash>

#include <array>
#include <functional>
#include <utility>

namespace nc {
namespace {

using namespace std::chrono_literals;
using Clock = QDeadlineTimer;

/// Waiting comes in slices, so that a cancel and a broken connection are seen.
constexpr int sliceMs = 100;
/// A predecessor's open transaction must be ended first; a broker looks for timed-out ones every ten seconds.
constexpr auto longestInit = 40s;
constexpr auto longestEnd = 30s;
/// How long a commit may take before a cancel is looked at.
constexpr auto undisturbed = 2s;

Next nextOf(const rd_kafka_error_t* error)
{
    if (rd_kafka_error_is_fatal(error))
        return Next::Fatal;
    if (rd_kafka_error_txn_requires_abort(error))
        return Next::Abort;
    return rd_kafka_error_is_retriable(error) ? Next::Retry : Next::Fatal;
}

/// A null pointer is a null; an empty value needs a pointer. The client copies and does not write.
void pointTo(rd_kafka_vu_t& argument, const std::optional<QByteArray>& bytes)
{
    argument.u.mem.ptr = bytes ? const_cast<char*>(bytes->constData()) : nullptr;
    argument.u.mem.size = static_cast<std::size_t>(bytes ? bytes->size() : 0);
}

/// Takes `headers` only when it succeeds.
rd_kafka_resp_err_t produce(
    rd_kafka_t* handle, rd_kafka_topic_t* topic, const Record& record, rd_kafka_headers_t* headers, qsizetype index)
{
    std::array<rd_kafka_vu_t, 7> arguments{};
    arguments[0].vtype = RD_KAFKA_VTYPE_RKT;
    arguments[0].u.rkt = topic;
    arguments[1].vtype = RD_KAFKA_VTYPE_PARTITION;
    arguments[1].u.i32 = record.partition;
    arguments[2].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
    arguments[2].u.i = RD_KAFKA_MSG_F_COPY;
    arguments[3].vtype = RD_KAFKA_VTYPE_VALUE;
    pointTo(arguments[3], record.value);
    arguments[4].vtype = RD_KAFKA_VTYPE_KEY;
    pointTo(arguments[4], record.key);
    arguments[5].vtype = RD_KAFKA_VTYPE_OPAQUE;
    arguments[5].u.ptr = reinterpret_cast<void*>(static_cast<quintptr>(index));
    arguments[6].vtype = RD_KAFKA_VTYPE_HEADERS;
    arguments[6].u.headers = headers;
    const ErrorHandle error(rd_kafka_produceva(handle, arguments.data(), arguments.size()));
    return error ? rd_kafka_error_code(error.get()) : RD_KAFKA_RESP_ERR_NO_ERROR;
}

bool isFenced(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR__FENCED || code == RD_KAFKA_RESP_ERR_PRODUCER_FENCED
        || code == RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH;
}

} // namespace

struct TransactionalProducer::Private {
    std::shared_ptr<KafkaClient> client;
    QString id;
    QHash<QString, rd_kafka_topic_t*> topics;
    QString lastName;
    rd_kafka_topic_t* lastTopic = nullptr;
    QList<SendOutcome> outcomes;
    qsizetype outstanding = 0;
    bool thrownOut = false; ///< the client gave up the whole transaction and threw away what was queued

    ~Private()
    {
        for (rd_kafka_topic_t* topic : std::as_const(topics))
            rd_kafka_topic_destroy(topic);
        if (client) {
            // What was not committed must not keep the destructor waiting.
            rd_kafka_purge(client->handle(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
            client->poll(0ms);
            // Its last reports come to this object, so it goes first.
            client.reset();
        }
    }

    rd_kafka_topic_t* topic(const QString& name)
    {
        if (lastTopic && name == lastName)
            return lastTopic;
        rd_kafka_topic_t*& handle = topics[name];
        if (!handle)
            handle = rd_kafka_topic_new(client->handle(), name.toUtf8().constData(), nullptr);
        lastName = name;
        lastTopic = handle;
        return handle;
    }

    void delivered(const rd_kafka_message_t* message)
    {
        const auto index = static_cast<qsizetype>(reinterpret_cast<quintptr>(message->_private));
        if (index < 0 || index >= outcomes.size())
            return;
        SendOutcome& outcome = outcomes[index];
        thrownOut = thrownOut || message->err == RD_KAFKA_RESP_ERR__PURGE_QUEUE
            || message->err == RD_KAFKA_RESP_ERR__PURGE_INFLIGHT;
        // rd_kafka_message_errstr() would give the payload of a record that was not written.
        if (message->err)
            outcome.error = explain(message->err, topicName(message), rd_kafka_err2str(message->err));
        else
            outcome = {message->partition, message->offset, {}};
        --outstanding;
    }

    static QString topicName(const rd_kafka_message_t* message)
    {
        return QString::fromUtf8(rd_kafka_topic_name(message->rkt));
    }

    Error explain(rd_kafka_resp_err_t code, const QString& subject, const char* text)
    {
        if (isFenced(code))
            return {errors::kafkaFenced, id, QString::fromUtf8(text), Next::Fatal};
        Error error = client->explain(code, subject, QString::fromUtf8(text), QStringLiteral("Write"));
        error.next = Next::Abort;
        return error;
    }

    /// Why the client gave up the transaction: asking to commit one that can only be aborted tells, and does nothing.
    /// `topic` is named where no report tells which of the topics it is about.
    std::optional<Error> whyGivenUp(const QString& topic = {})
    {
        const ErrorHandle error(rd_kafka_commit_transaction(client->handle(), sliceMs));
        if (!error)
            return {};
        QStringList names;
        for (const SendOutcome& outcome : std::as_const(outcomes)) {
            if (outcome.error && !names.contains(outcome.error->subject))
                names.append(outcome.error->subject);
        }
        if (names.isEmpty())
            names.append(topic);
        const bool aboutTopics = rd_kafka_error_code(error.get()) == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED;
        return aboutTopics ? explain(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, names.join(QStringLiteral(", ")),
                   rd_kafka_error_string(error.get()))
                           : explain(error.get());
    }

    void learnWhy()
    {
        const auto why = whyGivenUp();
        for (SendOutcome& outcome : outcomes) {
            if (why && outcome.error)
                outcome.error = why;
        }
    }

    Error explain(const rd_kafka_error_t* error)
    {
        rd_kafka_resp_err_t code = rd_kafka_error_code(error);
        char text[512] = {};
        const char* words = rd_kafka_error_string(error);
        if (rd_kafka_error_is_fatal(error)) {
            const rd_kafka_resp_err_t fatal = rd_kafka_fatal_error(client->handle(), text, sizeof text);
            if (fatal) {
                code = fatal;
                words = text;
            }
        }
        Error out = explain(code, id, words);
        if (out.next != Next::Fatal)
            out.next = nextOf(error);
        return out;
    }

    /// Calls `step` (which waits for a slice at most) until it is done, fails for good or `deadline` has passed.
    Result<void> insist(
        const std::function<rd_kafka_error_t*()>& step, Clock deadline, Clock deaf, const TaskContext* task)
    {
        while (true) {
            const ErrorHandle error(step());
            if (!error)
                return {};
            if (!rd_kafka_error_is_retriable(error.get()))
                return fail(explain(error.get()));
            if (deadline.hasExpired())
                return fail(client->explainTimeout(id));
            if (auto problem = client->connectionProblem())
                return fail(*problem);
            if (task && deaf.hasExpired() && task->isCancelled())
                return TaskContext::cancelled();
            // CONCURRENT_TRANSACTIONS comes back at once.
            client->poll(10ms);
        }
    }
};

TransactionalProducer::TransactionalProducer(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

TransactionalProducer::~TransactionalProducer() = default;

Result<std::unique_ptr<TransactionalProducer>> TransactionalProducer::open(
    const KafkaAccess& access, const TransactionSettings& settings, const Pass& pass, const TaskContext& task)
{
    if (const auto opened = pass.opens(Change::Cluster); !opened)
        return fail(opened.error());
    auto p = std::make_unique<Private>();
    p->id = QString::fromUtf8(settings.transactionalId);
    const QList<ClientSetting> role{
        {"transactional.id", settings.transactionalId},
        {"transaction.timeout.ms", QByteArray::number(static_cast<qint64>(settings.timeout.count()))},
        // Must not be longer than a transaction may be open.
        {"message.timeout.ms", QByteArray::number(static_cast<qint64>(settings.timeout.count()))},
        {"acks", "all"},
        {"linger.ms", "2"},
        {"compression.type", "none"},
        {"batch.size", QByteArray::number(qBound(1, settings.batchBytes, 1'000'000))},
        {"batch.num.messages", "10000"},
        {"message.max.bytes", "1000000000"},
        {"queue.buffering.max.messages", "100000"},
        {"queue.buffering.max.kbytes", "1048576"},
    };
    auto client = KafkaClient::open(KafkaClient::Kind::Producer, access, role,
        [raw = p.get()](const rd_kafka_message_t* message) { raw->delivered(message); });
    if (!client)
        return fail(client.error());
    p->client = *client;
    rd_kafka_t* handle = p->client->handle();
    const auto ready = p->insist(
        [handle] { return rd_kafka_init_transactions(handle, sliceMs); }, Clock(longestInit), Clock(0), &task);
    if (!ready)
        return fail(ready.error());
    return std::unique_ptr<TransactionalProducer>(new TransactionalProducer(std::move(p)));
}

Result<void> TransactionalProducer::begin()
{
    d->outcomes.clear();
    d->outstanding = 0;
    d->thrownOut = false;
    if (const ErrorHandle error{rd_kafka_begin_transaction(d->client->handle())})
        return fail(d->explain(error.get()));
    return {};
}

Result<void> TransactionalProducer::send(const Record& record, const TaskContext& task)
{
    rd_kafka_topic_t* topic = d->topic(record.topic);
    const auto index = d->outcomes.size();
    HeadersHandle headers(rd_kafka_headers_new(static_cast<std::size_t>(record.headers.size())));
    for (const Header& header : record.headers) {
        rd_kafka_header_add(headers.get(), header.name.constData(), header.name.size(),
            header.value ? header.value->constData() : nullptr,
            header.value ? static_cast<ssize_t>(header.value->size()) : 0);
    }
    d->outcomes.append(SendOutcome{});
    ++d->outstanding;
    while (true) {
        const rd_kafka_resp_err_t code = produce(d->client->handle(), topic, record, headers.get(), index);
        if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
            static_cast<void>(headers.release());
            if (index % 256 == 255)
                d->client->poll(0ms);
            return {};
        }
        if (code == RD_KAFKA_RESP_ERR__QUEUE_FULL && d->outstanding > 1 && !task.isCancelled()) {
            d->client->poll(10ms);
            continue;
        }
        d->outcomes.removeLast();
        --d->outstanding;
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE || code == RD_KAFKA_RESP_ERR__QUEUE_FULL)
            return fail(errors::recordTooLarge, record.topic, QString::fromUtf8(rd_kafka_err2str(code)));
        char text[512] = {};
        if (const rd_kafka_resp_err_t fatal = rd_kafka_fatal_error(d->client->handle(), text, sizeof text)) {
            Error error = d->explain(fatal, record.topic, text);
            error.next = Next::Fatal;
            return fail(error);
        }
        // The broker refused an earlier record of the transaction, and no more are taken.
        if (code == RD_KAFKA_RESP_ERR__STATE) {
            d->client->poll(0ms);
            if (const auto why = d->whyGivenUp(record.topic))
                return fail(*why);
        }
        return fail(d->explain(code, record.topic, rd_kafka_err2str(code)));
    }
}

Result<QList<SendOutcome>> TransactionalProducer::settle(const TaskContext& task)
{
    // Each record has its own time-out (message.timeout.ms), so this ends.
    while (d->outstanding > 0) {
        d->client->poll(20ms);
        if (task.isCancelled())
            return TaskContext::cancelled();
    }
    if (std::exchange(d->thrownOut, false))
        d->learnWhy();
    return d->outcomes;
}

Result<void> TransactionalProducer::commit(const TaskContext& task)
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    rd_kafka_t* handle = d->client->handle();
    auto done = d->insist([handle] { return rd_kafka_commit_transaction(handle, sliceMs); }, Clock(longestEnd),
        Clock(undisturbed), &task);
    // A fatal or abortable error means that the broker refused; silence means that nobody knows.
    if (!done && done.error().next != Next::Abort && !done.error().is(errors::kafkaFenced))
        return fail(Error{done.error().code, done.error().subject, done.error().detail, Next::InDoubt});
    return done;
}

Result<void> TransactionalProducer::abort()
{
    rd_kafka_t* handle = d->client->handle();
    return d->insist([handle] { return rd_kafka_abort_transaction(handle, sliceMs); }, Clock(longestEnd),
        Clock(longestEnd), nullptr);
}

void TransactionalProducer::warm(const QString& topic)
{
    const rd_kafka_metadata_t* metadata = nullptr;
    // Only a topic that is known to exist is asked for here: asking must not make one.
    if (rd_kafka_metadata(d->client->handle(), 0, d->topic(topic), &metadata, 5000) == RD_KAFKA_RESP_ERR_NO_ERROR)
        rd_kafka_metadata_destroy(metadata);
}

} // namespace nc
