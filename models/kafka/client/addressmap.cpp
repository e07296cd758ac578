#include "kafka/client/addressmap.h"

#include "kafka/client/errors.h"

#include <netdb.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QLatin1StringView prefix("address.map.");

/// `host:port`, `host`, `[v6]:port`; nothing when the port is no port.
std::optional<std::pair<QString, QString>> split(const QString& text)
{
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && colon > trimmed.lastIndexOf(u']');
    QString host = hasPort ? trimmed.first(colon) : trimmed;
    const QString port = hasPort ? trimmed.mid(colon + 1) : QString();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = true;
    const int number = hasPort ? port.toInt(&ok) : 1;
    if (host.isEmpty() || !ok || number < 1 || number > 65535)
        return std::nullopt;
    return std::pair(host, port);
}

} // namespace

bool AddressMap::isMapSetting(const QString& name)
{
    return name.startsWith(prefix);
}

Result<AddressMap> AddressMap::parse(const QMap<QString, QString>& settings)
{
    AddressMap map;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!isMapSetting(it.key()))
            continue;
        const auto from = split(it.key().mid(prefix.size()));
        const auto to = split(it.value());
        if (!from || !to)
            return fail(errors::kafkaBadSetting, it.key(), it.value());
        map.m_targets.insert(from->second.isEmpty() ? from->first : from->first + u':' + from->second, *to);
    }
    return map;
}

std::pair<QString, QString> AddressMap::targetOf(const QString& host, const QString& port) const
{
    for (const QString& name : {host + u':' + port, host}) {
        if (const auto found = m_targets.constFind(name); found != m_targets.cend())
            return {found->first, found->second.isEmpty() ? port : found->second};
    }
    return {host, port};
}

int AddressMap::resolve(const char* host, const char* port, const addrinfo* hints, addrinfo** result) const
{
    const auto [toHost, toPort] = targetOf(QString::fromUtf8(host), QString::fromUtf8(port));
    return ::getaddrinfo(toHost.toUtf8().constData(), toPort.toUtf8().constData(), hints, result);
}

} // namespace nc
