#pragma once

#include "core/error.h"
#include "kafka/client/handles.h"

namespace nc {

/// The console's error for a code of librdkafka or of the broker. `subject` is the topic, group or record it was about;
/// `detail` overrides librdkafka's words.
Error kafkaError(rd_kafka_resp_err_t code, const QString& subject, const QString& detail = {});

} // namespace nc
