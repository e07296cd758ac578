#include "failures/letters/failureheaders.h"

#include "failures/letters/headernumbers.h"
#include "failures/letters/hopcollector.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString text(const Header& header)
{
    return header.value ? QString::fromUtf8(*header.value) : QString();
}

/// Takes the exception headers of one Spring family; the last one of a name is the newest.
bool takeException(QByteArrayView name, const Header& header, FailureHeaders& out)
{
    if (name == "exception-fqcn")
        out.exception = text(header);
    else if (name == "exception-cause-fqcn")
        out.causeException = text(header);
    else if (name == "exception-message")
        out.message = text(header);
    else if (name == "exception-stacktrace")
        out.stackTrace = text(header);
    else if (name == "key-exception-fqcn")
        out.keyException = text(header);
    else
        return false;
    return true;
}

/// Connect, Streams and share groups write one set of plain text.
struct PlainNames {
    QByteArrayView prefix;
    QByteArrayView exception;
    QByteArrayView message;
    QByteArrayView stackTrace;
};
constexpr PlainNames plainNames[] = {
    {"__connect.errors.", "exception.class.name", "exception.message", "exception.stacktrace"},
    {"__streams.errors.", "exception", "message", "stacktrace"},
    {"__dlq.errors.", "-", "message", "-"},
};

struct Plain {
    Hop hop;
    FailureHeaders failure;
    bool any = false;
};

bool takePlain(const Header& header, Plain& out)
{
    for (const PlainNames& names : plainNames) {
        if (!header.name.startsWith(names.prefix))
            continue;
        const QByteArrayView rest = QByteArrayView(header.name).sliced(names.prefix.size());
        if (rest == "topic")
            out.hop.topic = text(header);
        else if (rest == "partition")
            out.hop.partition = toPartition(header.value ? decodeInteger(*header.value, 0) : std::nullopt);
        else if (rest == "offset")
            out.hop.offset = header.value ? decodeInteger(*header.value, 0) : std::nullopt;
        else if (rest == "group" || rest == "connector.name")
            out.hop.group = text(header);
        else if (rest == "delivery.count" && header.value)
            out.failure.attempts = toPartition(decodeInteger(*header.value, 0));
        else if (rest == names.exception)
            out.failure.exception = text(header);
        else if (rest == names.message)
            out.failure.message = text(header);
        else if (rest == names.stackTrace)
            out.failure.stackTrace = text(header);
        out.any = true;
        return true;
    }
    return false;
}

void addPlain(Plain plain, const QString& looseTopic, const QString& looseReason, FailureHeaders& out)
{
    if (plain.hop.topic.isEmpty())
        plain.hop.topic = looseTopic;
    if (out.hops.isEmpty() && plain.hop != Hop{})
        out.hops.append(plain.hop);
    if (out.exception.isEmpty())
        out.exception = plain.failure.exception;
    if (out.message.isEmpty())
        out.message = plain.failure.message.isEmpty() ? looseReason : plain.failure.message;
    if (out.stackTrace.isEmpty())
        out.stackTrace = plain.failure.stackTrace;
    if (!out.attempts)
        out.attempts = plain.failure.attempts;
}

} // namespace

FailureHeaders decodeFailureHeaders(const Headers& headers)
{
    FailureHeaders out;
    FailureHeaders retry;
    HopCollector dltHops;
    HopCollector retryHops;
    Plain plain;
    QString looseTopic;
    QString looseReason;
    for (const Header& header : headers) {
        const QByteArrayView name = header.name;
        if (name.startsWith("kafka_dlt-original-")) {
            dltHops.take(name.sliced(19), header.value);
        } else if (name.startsWith("kafka_original-")) {
            retryHops.take(name.sliced(15), header.value);
        } else if (name.startsWith("kafka_dlt-")) {
            takeException(name.sliced(10), header, out);
        } else if (name == "retry_topic-attempts") {
            // Older versions write one byte.
            if (header.value)
                retry.attempts = toPartition(decodeInteger(*header.value, header.value->size() == 1 ? 1 : 4));
        } else if (name.startsWith("kafka_") && takeException(name.sliced(6), header, retry)) {
            continue;
        } else if (takePlain(header, plain)) {
            continue;
        } else if (name == "x-original-topic" || name == "topic_poisoned") {
            looseTopic = text(header);
        } else if (name == "reason_poisoned") {
            looseReason = text(header);
        }
    }
    // A record goes through its retry topics before it is dead-lettered, so those hops are the older ones.
    out.hops = retryHops.hops() + dltHops.hops();
    if (out.exception.isEmpty() && out.message.isEmpty()) {
        out.exception = retry.exception;
        out.causeException = retry.causeException;
        out.message = retry.message;
        out.stackTrace = retry.stackTrace;
    }
    if (out.keyException.isEmpty())
        out.keyException = retry.keyException;
    out.attempts = retry.attempts;
    addPlain(std::move(plain), looseTopic, looseReason, out);
    return out;
}

std::optional<Hop> latestHop(const Headers& headers)
{
    HopCollector dlt;
    for (const Header& header : headers) {
        if (header.name.startsWith("kafka_dlt-original-"))
            dlt.take(QByteArrayView(header.name).sliced(19), header.value);
    }
    QList<Hop> hops = dlt.hops();
    if (hops.isEmpty())
        hops = decodeFailureHeaders(headers).hops;
    return hops.isEmpty() ? std::nullopt : std::optional(hops.last());
}

} // namespace nc
