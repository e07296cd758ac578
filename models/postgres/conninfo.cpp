#include "postgres/conninfo.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool isUri(const QString& conninfo)
{
    return conninfo.startsWith("postgresql://"_L1) || conninfo.startsWith("postgres://"_L1);
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

QList<std::pair<QString, QString>> defaults(const DatabaseTarget& target)
{
    return {{u"connect_timeout"_s, QString::number(qMax<qint64>(2, target.connectTimeout.count()))},
        {u"application_name"_s, u"notification-console"_s}, {u"client_encoding"_s, u"UTF8"_s},
        {u"keepalives_idle"_s, u"10"_s}, {u"keepalives_interval"_s, u"5"_s}, {u"keepalives_count"_s, u"3"_s},
        {u"tcp_user_timeout"_s, u"20000"_s}};
}

} // namespace

QString fullConninfo(const DatabaseTarget& target)
{
    const QString given = target.conninfo.trimmed();
    if (isUri(given)) {
        QString uri = given;
        const auto append = [&uri](const QString& key, const QString& value) {
            uri += uri.contains(u'?') ? u'&' : u'?';
            uri += key + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        };
        for (const auto& [key, value] : defaults(target)) {
            if (!given.contains(key + u'='))
                append(key, value);
        }
        if (!target.password.isEmpty())
            append(u"password"_s, target.password);
        return uri;
    }
    QStringList words;
    for (const auto& [key, value] : defaults(target))
        words += key + u'=' + quoted(value);
    words += given;
    if (!target.password.isEmpty())
        words += u"password="_s + quoted(target.password);
    return words.join(u' ');
}

QString shownName(const DatabaseTarget& target)
{
    const QString given = target.conninfo.trimmed();
    QHash<QString, QString> words;
    if (isUri(given)) {
        const QUrl url(given);
        words = {{u"host"_s, url.host()}, {u"dbname"_s, url.path().mid(1)}};
        if (url.port() > 0)
            words.insert(u"port"_s, QString::number(url.port()));
        for (const auto& [key, value] : QUrlQuery(url).queryItems())
            words.insert(key, value);
    } else {
        static const QRegularExpression word(uR"((\w+)\s*=\s*('(?:[^'\\]|\\.)*'|\S+))"_s);
        for (auto it = word.globalMatch(given); it.hasNext();) {
            const auto match = it.next();
            QString value = match.captured(2);
            if (value.startsWith(u'\''))
                value = value.mid(1, value.size() - 2);
            words.insert(match.captured(1), value);
        }
    }
    QString name = words.value(u"host"_s, words.value(u"hostaddr"_s, u"localhost"_s));
    if (words.contains(u"port"_s))
        name += u':' + words.value(u"port"_s);
    if (!words.value(u"dbname"_s).isEmpty())
        name += u'/' + words.value(u"dbname"_s);
    return name;
}

} // namespace nc
