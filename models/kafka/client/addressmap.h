#pragma once

#include "core/result.h"

#include <QHash>
#include <QMap>
#include <QString>

struct addrinfo;

namespace nc {

/// How the names that brokers advertise map to addresses that can be reached from here: through a port-forward or a
/// bastion, brokers still tell their inner names (docs/contracts.md, section 12). Kept among a connection's free
/// settings: `address.map.NAME[:PORT]` = `HOST[:PORT]`. TLS goes on checking the advertised name. Immutable; any
/// thread.
class AddressMap {
public:
    static bool isMapSetting(const QString& name);
    /// errors::kafkaBadSetting.
    static Result<AddressMap> parse(const QMap<QString, QString>& settings);

    bool isEmpty() const { return m_targets.isEmpty(); }
    /// What to connect to instead of it; unchanged when nothing is said about it.
    std::pair<QString, QString> targetOf(const QString& host, const QString& port) const;
    /// getaddrinfo() of the target.
    int resolve(const char* host, const char* port, const addrinfo* hints, addrinfo** result) const;

    friend bool operator==(const AddressMap&, const AddressMap&) = default;

private:
    QHash<QString, std::pair<QString, QString>> m_targets; ///< by `host:port` or `host`
};

} // namespace nc
