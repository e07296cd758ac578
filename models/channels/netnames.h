#pragma once

#include <QString>

namespace nc {

/// Names as the network takes them; Ukrainian domains are allowed everywhere and compared in their ASCII form.
namespace netnames {

/// A host name (one label or more), an IPv4 address or an IPv6 address without brackets; no scheme, no port.
bool isHost(const QString& text);
/// `local@domain`: the domain has at least two labels, the local part is plain ASCII.
bool isAddress(const QString& text);
/// http or https with a valid host, no user name in it.
bool isWebAddress(const QString& text);
/// Lower-case ASCII form ("xn--…"), of an IPv6 address that without brackets; empty when it has none.
QString ascii(const QString& host);
/// An address with its domain in that form.
QString asciiAddress(const QString& address);
/// The part behind the @.
QString domainOf(const QString& address);
/// Would a server of this name plausibly send for this domain? (smtp.example.org for example.org, mail.example.org.)
bool belongsTo(const QString& domain, const QString& host);

} // namespace netnames
} // namespace nc
