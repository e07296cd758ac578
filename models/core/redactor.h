#pragma once

#include <QString>

namespace nc {

/// The text with everything that looks like a secret replaced by `***`: passwords in URLs, in conninfo and JDBC
/// strings, in `key=value`, `key: value` and JSON, Authorization and cookie headers, bearer tokens and JWTs, private
/// keys. Made for logs and for details of errors; what does not look like a secret stays. Any thread.
QString redacted(const QString& text);

} // namespace nc
