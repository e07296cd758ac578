#pragma once

#include "kafka/filter/recordfilter.h"
#include "kafka/records/recordview.h"

#include <functional>
#include <memory>

namespace nc {

/// Decides whether a record passes a filter. Compiled once, then fast (about a microsecond a kilobyte). Holds buffers:
/// one a thread.
class RecordMatcher {
public:
    /// What an extra field holds for the record at hand: nothing when it is not there, several when any may match.
    using ExtraField = std::function<QStringList(const QString& name)>;
    /// Turns a value that is not JSON by itself (Avro) into JSON; nothing: it stays as it is.
    using ValueDecoder = std::function<std::optional<QByteArray>(const RecordView& record)>;

    explicit RecordMatcher(const RecordFilter& filter, ValueDecoder decoder = {});
    ~RecordMatcher();
    RecordMatcher(RecordMatcher&&) noexcept;
    RecordMatcher& operator=(RecordMatcher&&) noexcept;

    bool matches(const RecordView& record, const ExtraField& extra = {}) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
