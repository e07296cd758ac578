#pragma once

#include <QString>

namespace nc {

/// Takes out what Spring says twice: `A; nested exception is B; nested exception is B` → `A; nested exception is B`.
QString foldDoubled(const QString& message);

/// Replaces a payload that stands in the text as a list of decimal bytes (`[[123, -1, …]]`) by its size: it is personal
/// data, and 13 times as long as the record.
QString foldPayload(const QString& text);

/// The text behind the last `; nested exception is X: `, folded; the innermost thing that was said.
QString innermostMessage(const QString& message);

/// The message without what differs from record to record (numbers, ids, times, addresses), for grouping.
QString normalizedMessage(const QString& message);

/// `org.x.SomeException` → `SomeException`.
QString simpleClassName(const QString& className);

} // namespace nc
