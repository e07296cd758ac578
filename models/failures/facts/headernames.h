#pragma once

#include <QByteArrayView>

namespace nc {

/// What a header of a dead letter is for (docs/contracts.md, section 7).
enum class HeaderFamily {
    Foreign, ///< the record's own; goes back with it
    SpringDlt, ///< kafka_dlt-original-*, kafka_dlt-exception-*, kafka_dlt-key-exception-*
    SpringRetry, ///< kafka_original-*, kafka_exception-*, kafka_key-exception-*, retry_topic-*
    SpringDeserializer, ///< springDeserializerExceptionKey/Value: Java-serialized, never read by us
    Connect,
    Streams,
    ShareGroup,
    Other, ///< x-original-topic, topic_poisoned, reason_poisoned
};

/// Names are compared with case, as Kafka does.
HeaderFamily familyOf(QByteArrayView name);

/// True for every header that describes the failure and so is left out of what goes back.
inline bool isFailureHeader(QByteArrayView name)
{
    return familyOf(name) != HeaderFamily::Foreign;
}

/// True for kafka_correlationId, kafka_replyTopic and kafka_replyPartition: somebody once waited for a reply.
bool isReplyHeader(QByteArrayView name);

} // namespace nc
