#include "failures/deliveries/auditrecord.h"
#include "failures/facts/valueshape.h"
#include "failures/letters/cause.h"
#include "failures/letters/exceptiontext.h"
#include "failures/letters/failureheaders.h"
#include "failures/letters/wrapping.h"
#include "failures/trace/tracefact.h"

#include <cstdint>
#include <cstdlib>

using namespace nc;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Texts of exceptions, audits, headers and values from anywhere: read as well as they can be, never out of bounds, and
/// what is folded does not grow or fold again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    const QString folded = foldPayload(text);
    require(foldPayload(folded).size() <= folded.size());
    require(foldDoubled(text).size() <= text.size());
    normalizedMessage(text);

    Headers headers;
    qsizetype from = 0;
    static constexpr QByteArrayView names[] = {"kafka_dlt-original-topic", "kafka_dlt-original-partition",
        "kafka_dlt-original-offset", "kafka_dlt-original-timestamp", "kafka_dlt-exception-message",
        "kafka_original-offset", "retry_topic-attempts", "__connect.errors.partition", "__streams.errors.offset",
        "__dlq.errors.delivery.count", "__TypeId__", "b3", "traceparent"};
    while (from + 2 <= bytes.size() && headers.size() < 100) {
        const auto name = names[static_cast<unsigned char>(bytes[from]) % std::size(names)];
        const qsizetype length =
            std::min<qsizetype>(static_cast<unsigned char>(bytes[from + 1]), bytes.size() - from - 2);
        headers.append(
            {name.toByteArray(), length == 255 ? std::nullopt : std::optional(bytes.sliced(from + 2, length))});
        from += 2 + length;
    }
    const FailureHeaders failure = decodeFailureHeaders(headers);
    if (const auto last = latestHop(headers); last && !failure.hops.isEmpty())
        require(last->offset == failure.hops.last().offset);
    causeOf(failure, QStringLiteral("user-notifications"));
    traceIds(headers);

    (void)readAudit({QStringLiteral("audit-events"), 0, 0}, 0, bytes);
    const QString topics[] = {QStringLiteral("user-notifications"), QStringLiteral("email-notifications"),
        QStringLiteral("diia-notifications")};
    for (const QString& topic : topics) {
        if (const auto problem = shapeProblem(bytes, topic))
            require(problem->line >= 0 && problem->column >= 0);
    }
    Record record;
    record.topic = QStringLiteral("user-notifications.DLT");
    record.value = bytes;
    record.headers = headers;
    record.headers.append(Header{"__TypeId__", QByteArray("[B")});
    const Unwrapped inner = unwrap(record);
    require(inner.layers > 0 || inner.bytes == bytes);
    readTraceFact(record, inner.bytes, {}, {});
    return 0;
}
