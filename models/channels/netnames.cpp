#include "channels/netnames.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::netnames {

namespace {

/// Without brackets and in its shortest form; empty when it is none.
QString ipv6(const QString& text)
{
    const bool bracketed = text.startsWith(u'[') && text.endsWith(u']');
    const QString inner = bracketed ? text.mid(1, text.size() - 2) : text;
    const QHostAddress address(inner.contains(u':') && !inner.contains(u'%') ? inner : QString());
    return address.protocol() == QAbstractSocket::IPv6Protocol ? address.toString() : QString();
}

} // namespace

QString asciiAddress(const QString& address)
{
    return address.left(address.lastIndexOf(u'@') + 1) + ascii(domainOf(address));
}

QString ascii(const QString& host)
{
    if (const QString address = ipv6(host); !address.isEmpty())
        return address;
    return QString::fromLatin1(QUrl::toAce(host)).toLower();
}

bool isHost(const QString& text)
{
    if (!text.startsWith(u'[') && !ipv6(text).isEmpty())
        return true;
    static const QRegularExpression forbidden(uR"([\s/:@?#\[\]\\_%])"_s);
    if (text.isEmpty() || text.contains(forbidden) || text.endsWith(u'.'))
        return false;
    const QString name = ascii(text);
    static const QRegularExpression label(uR"(^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$)"_s);
    const QStringList labels = name.split(u'.');
    if (name.isEmpty() || name.size() > 253
        || !std::all_of(labels.cbegin(), labels.cend(), [](const QString& l) { return label.match(l).hasMatch(); }))
        return false;
    // A name whose last label is a number is an IPv4 address, or nothing.
    static const QRegularExpression digits(u"^[0-9]+$"_s);
    if (!digits.match(labels.last()).hasMatch())
        return true;
    return labels.size() == 4 && std::all_of(labels.cbegin(), labels.cend(), [](const QString& l) {
        return digits.match(l).hasMatch() && l.size() <= 3 && l.toInt() <= 255;
    });
}

QString domainOf(const QString& address)
{
    return address.mid(address.lastIndexOf(u'@') + 1);
}

bool isAddress(const QString& text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    static const QRegularExpression local(
        uR"(^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$)"_s);
    const QString domain = domainOf(text);
    return at > 0 && at <= 64 && local.match(text.left(at)).hasMatch() && domain.contains(u'.')
        && !domain.contains(u':') && isHost(domain);
}

bool isWebAddress(const QString& text)
{
    static const QRegularExpression blank(uR"([\s<>"])"_s);
    if (text.contains(blank))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    const bool scheme = url.scheme() == u"https" || url.scheme() == u"http";
    // An explicit port is taken off by QUrl; what is left must be a name.
    return scheme && url.isValid() && url.userInfo().isEmpty() && isHost(url.host()) && url.port(443) > 0;
}

bool belongsTo(const QString& domain, const QString& host)
{
    const QString d = ascii(domain);
    const QString h = ascii(host);
    if (d == h || h.endsWith(u'.' + d) || d.endsWith(u'.' + h))
        return true;
    const QString above = h.section(u'.', 1);
    return above.contains(u'.') && (d == above || d.endsWith(u'.' + above));
}

} // namespace nc::netnames
