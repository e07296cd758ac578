#pragma once

#include "kafka/client/clientconfig.h"
#include "kafka/client/handles.h"
#include "kafka/records/record.h"

namespace nc {

/// What every client that writes is made with: idempotent, acknowledged by all, Java's partitioner. Add to it for
/// transactions.
QList<ClientSetting> producerSettings();

/// Hands a record over, byte for byte, headers in order with duplicates and nulls. Partition -1: the partitioner's;
/// timestamp -1: now. `opaque` comes back with the delivery report.
rd_kafka_resp_err_t produceMessage(rd_kafka_t* producer, const Record& record, void* opaque);

} // namespace nc
