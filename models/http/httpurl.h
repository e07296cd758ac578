#pragma once

#include <QString>

namespace nc::httpurl {

/// The address of `path` (percent-encoded, with or without a leading slash) below a base URL as a person writes it:
/// blanks and closing slashes are taken away, a query stays.
QString below(const QString& base, const QString& path);

/// What may be shown: scheme, host, port and path. User, password and query may be secrets.
QString shown(const QString& url);

/// `host` or `host:port`, for sentences.
QString host(const QString& url);

/// `scheme://host:port`, the port always named; empty when it is no web address. Two URLs with the same one are the
/// same server.
QString origin(const QString& url);

/// Encrypted, or this machine: a secret may be sent there.
bool isPrivate(const QString& url);

/// The name or address is this machine itself.
bool isThisMachine(const QString& host);

/// As it stands in a URL: IPv6 addresses in brackets.
QString bracketed(const QString& host);

} // namespace nc::httpurl
