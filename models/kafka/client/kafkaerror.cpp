#include "kafka/client/kafkaerror.h"

#include "kafka/client/errors.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Meaning {
    ErrorCode code;
    Next next = Next::Abort;
};

Meaning meaningOf(rd_kafka_resp_err_t code)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN:
    case RD_KAFKA_RESP_ERR__RESOLVE:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
        return {errors::kafkaUnreachable, Next::Retry};
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
        return {errors::kafkaAuthentication};
    case RD_KAFKA_RESP_ERR__SSL:
        return {errors::kafkaTls};
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE:
    case RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT:
        return {errors::kafkaTimedOut, Next::Retry};
    case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
        return {errors::kafkaTimedOut, Next::InDoubt};
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION:
        return {errors::unknownTopic};
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
        return {errors::unknownPartition};
    case RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS:
        return {errors::topicExists};
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
        return {errors::kafkaForbidden};
    case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE:
    case RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE:
        return {errors::recordTooLarge};
    case RD_KAFKA_RESP_ERR__FENCED:
    case RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH:
    case RD_KAFKA_RESP_ERR_PRODUCER_FENCED:
        return {errors::kafkaFenced, Next::Fatal};
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION:
        return {errors::kafkaNoLeader, Next::Retry};
    case RD_KAFKA_RESP_ERR_NON_EMPTY_GROUP:
    case RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID:
        return {errors::groupNotEmpty};
    default:
        return {errors::kafkaFailed};
    }
}

} // namespace

Error kafkaError(rd_kafka_resp_err_t code, const QString& subject, const QString& detail)
{
    const Meaning meaning = meaningOf(code);
    const QString words = detail.isEmpty() ? QString::fromUtf8(rd_kafka_err2str(code)) : detail;
    return {meaning.code, subject, u"%1 (%2)"_s.arg(words, QString::fromLatin1(rd_kafka_err2name(code))), meaning.next};
}

} // namespace nc
