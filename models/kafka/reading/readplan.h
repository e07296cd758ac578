#pragma once

#include "kafka/reading/fetchloop.h"
#include "kafka/reading/readrequest.h"

namespace nc {

/// Turns a request into numeric ranges: partitions, watermarks, times looked up. Logical offsets (BEGINNING, END) are
/// never handed to librdkafka, which now and then takes half a second over them. With ReadFrom::Newest `begin` is the
/// low watermark; findNewest() narrows it. errors::unknownTopic, errors::unknownPartition.
Result<std::vector<FetchRange>> planRead(
    const std::shared_ptr<KafkaClient>& client, const ReadRequest& request, const TaskContext& task);

} // namespace nc
