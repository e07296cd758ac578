#include "http/httpurl.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc::httpurl {

QString below(const QString& base, const QString& path)
{
    QUrl url(base.trimmed());
    QString whole = url.path(QUrl::FullyEncoded);
    while (whole.endsWith(u'/'))
        whole.chop(1);
    if (!path.isEmpty())
        whole += path.startsWith(u'/') ? path : u'/' + path;
    url.setPath(whole, QUrl::TolerantMode);
    url.setFragment({});
    return QString::fromLatin1(url.toEncoded());
}

QString shown(const QString& url)
{
    QString text = QUrl(url.trimmed()).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

QString host(const QString& url)
{
    const QUrl at(url.trimmed());
    return at.port() > 0 ? u"%1:%2"_s.arg(bracketed(at.host())).arg(at.port()) : at.host();
}

QString origin(const QString& url)
{
    const QUrl at(url.trimmed());
    const QString scheme = at.scheme().toLower();
    if ((scheme != u"http" && scheme != u"https") || at.host().isEmpty())
        return {};
    return u"%1://%2:%3"_s.arg(scheme, bracketed(at.host().toLower())).arg(at.port(scheme == u"https" ? 443 : 80));
}

bool isPrivate(const QString& url)
{
    const QUrl at(url.trimmed());
    return at.scheme().toLower() == u"https" || isThisMachine(at.host());
}

bool isThisMachine(const QString& host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

QString bracketed(const QString& host)
{
    return host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
}

} // namespace nc::httpurl
