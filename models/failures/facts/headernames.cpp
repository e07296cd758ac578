#include "failures/facts/headernames.h"

namespace nc {
namespace {

struct Prefix {
    QByteArrayView text;
    HeaderFamily family;
};

constexpr Prefix prefixes[] = {
    {"kafka_dlt-original-", HeaderFamily::SpringDlt},
    {"kafka_dlt-exception-", HeaderFamily::SpringDlt},
    {"kafka_dlt-key-exception-", HeaderFamily::SpringDlt},
    {"kafka_original-", HeaderFamily::SpringRetry},
    {"kafka_exception-", HeaderFamily::SpringRetry},
    {"kafka_key-exception-", HeaderFamily::SpringRetry},
    {"retry_topic-", HeaderFamily::SpringRetry},
    {"__connect.errors.", HeaderFamily::Connect},
    {"__streams.errors.", HeaderFamily::Streams},
    {"__dlq.errors.", HeaderFamily::ShareGroup},
};

constexpr Prefix wholeNames[] = {
    {"springDeserializerExceptionKey", HeaderFamily::SpringDeserializer},
    {"springDeserializerExceptionValue", HeaderFamily::SpringDeserializer},
    {"x-original-topic", HeaderFamily::Other},
    {"topic_poisoned", HeaderFamily::Other},
    {"reason_poisoned", HeaderFamily::Other},
};

} // namespace

HeaderFamily familyOf(QByteArrayView name)
{
    // Most headers of a record that fails are told apart by their first letter.
    if (name.isEmpty())
        return HeaderFamily::Foreign;
    const char first = name[0];
    if (first == 'k' || first == '_' || first == 'r') {
        for (const Prefix& prefix : prefixes) {
            if (name.startsWith(prefix.text))
                return prefix.family;
        }
    }
    if (first == 's' || first == 'x' || first == 't' || first == 'r') {
        for (const Prefix& whole : wholeNames) {
            if (name == whole.text)
                return whole.family;
        }
    }
    return HeaderFamily::Foreign;
}

bool isReplyHeader(QByteArrayView name)
{
    return name == QByteArrayView("kafka_correlationId") || name == QByteArrayView("kafka_replyTopic")
        || name == QByteArrayView("kafka_replyPartition");
}

} // namespace nc
