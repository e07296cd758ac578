#pragma once

#include "core/result.h"
#include "kafka/records/record.h"

#include <QByteArray>

namespace nc {

struct RecordJsonOptions {
    /// Key and value as text or base64 only and headers as bytes, so that recordFromJson() gives back the same bytes.
    bool exact = false;
    /// JSON that stands for a value in another format (Avro); then `valueFormat` is `avro`.
    std::optional<QByteArray> decodedValue;
};

/// A record as one line of JSON without a line end (docs/topics.md).
QByteArray recordToJson(const Record& record, const RecordJsonOptions& options = {});
/// The same without the closing brace, for callers that add fields of their own: `,"state":"open"}`.
QByteArray recordToJsonOpen(const Record& record, const RecordJsonOptions& options = {});

/// `json`, `text`, `avro`, `base64` or `null`: how recordToJson() shows the value.
QByteArray valueFormatOf(const std::optional<QByteArray>& value);

/// Reads what recordToJson() wrote, in either manner; further fields are ignored. A missing topic is empty, a missing
/// partition or timestamp -1. errors::badRecordJson with `line` as the subject.
Result<Record> recordFromJson(QByteArrayView json, qint64 line);

} // namespace nc
