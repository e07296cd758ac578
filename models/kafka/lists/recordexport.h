#pragma once

#include "kafka/lists/scanfeed.h"

namespace nc {

struct ExportOrder {
    ScanOrder scan;
    QString path;
    bool exact = true; ///< so that “topics produce --jsonl” gives back the same bytes
    bool mask = false; ///< then never exact
};

/// Writes what passes the filter as JSON lines into a file that appears whole or not at all. Blocks; gives how many.
/// errors::cannotWrite, errors::diskFull and those of reading.
Result<qint64> exportRecords(const KafkaAccess& access, const ExportOrder& order, const TaskContext& task);

} // namespace nc
