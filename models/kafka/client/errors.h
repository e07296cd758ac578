#pragma once

#include "core/error.h"

/// Codes of domain "kafka"; sentences in resources/sentences/kafka.tsv.
namespace nc::errors {

inline constexpr ErrorCode kafkaUnreachable{"kafka", "unreachable"};
inline constexpr ErrorCode kafkaAuthentication{"kafka", "authentication"};
inline constexpr ErrorCode kafkaScramNonce{"kafka", "scram-nonce"};
inline constexpr ErrorCode kafkaTls{"kafka", "tls"};
inline constexpr ErrorCode kafkaBadSetting{"kafka", "bad-setting"};
inline constexpr ErrorCode kafkaTimedOut{"kafka", "timed-out"};
inline constexpr ErrorCode unknownTopic{"kafka", "unknown-topic"};
inline constexpr ErrorCode unknownPartition{"kafka", "unknown-partition"};
inline constexpr ErrorCode topicReplaced{"kafka", "topic-replaced"};
inline constexpr ErrorCode topicExists{"kafka", "topic-exists"};
inline constexpr ErrorCode kafkaForbidden{"kafka", "forbidden"};
inline constexpr ErrorCode recordTooLarge{"kafka", "record-too-large"};
inline constexpr ErrorCode kafkaFenced{"kafka", "fenced"};
inline constexpr ErrorCode kafkaNoLeader{"kafka", "no-leader"};
inline constexpr ErrorCode groupNotEmpty{"kafka", "group-not-empty"};
inline constexpr ErrorCode kafkaFailed{"kafka", "failed"};
inline constexpr ErrorCode badFilter{"kafka", "bad-filter"};
inline constexpr ErrorCode badRange{"kafka", "bad-range"};
inline constexpr ErrorCode badRecordJson{"kafka", "bad-record-json"};
inline constexpr ErrorCode badValueSchema{"kafka", "bad-value-schema"};
inline constexpr ErrorCode badCatalogue{"kafka", "bad-catalogue"};
inline constexpr ErrorCode registryUnreachable{"kafka", "registry-unreachable"};
inline constexpr ErrorCode registryRefused{"kafka", "registry-refused"};
inline constexpr ErrorCode registryAnswer{"kafka", "registry-answer"};
inline constexpr ErrorCode noSchemaRegistry{"kafka", "no-schema-registry"};
inline constexpr ErrorCode unknownSchema{"kafka", "unknown-schema"};
inline constexpr ErrorCode schemaNotAsked{"kafka", "schema-not-asked"};
inline constexpr ErrorCode badAvro{"kafka", "bad-avro"};

} // namespace nc::errors
