#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace nc {

class YamlDocument;

/// Where things stand in values.yaml (docs/contracts.md, "Channel settings").
namespace channelkeys {
inline const QStringList email{QStringLiteral("global"), QStringLiteral("notifications"), QStringLiteral("email")};
inline const QStringList diia{QStringLiteral("external-systems"), QStringLiteral("diia")};
inline QStringList emailKey(const QString& name)
{
    return email + QStringList{name};
}
inline QStringList diiaKey(const QString& name)
{
    return diia + QStringList{name};
}
} // namespace channelkeys

/// How the connection to a mail server is protected; the port implies it.
enum class MailEncryption : std::uint8_t { StartTls, Tls, Unknown };
MailEncryption mailEncryption(int port);

/// The email channel as the file has it; texts are empty where a key is missing. Never holds the password.
struct EmailSettings {
    enum class Type : std::uint8_t { None, Internal, External, Other };

    Type type = Type::None;
    QString typeText; ///< as written
    QString host;
    std::optional<int> port; ///< nothing when missing or not a port
    QString portText; ///< as written
    QString address;
    QString vaultPath;
    QString vaultKey;
    bool hasPassword = false; ///< the old `password:` stands in the file

    friend bool operator==(const EmailSettings&, const EmailSettings&) = default;
};

struct DiiaSettings {
    bool present = false;
    QString url;
    QString type;
    QString protocol;
    QString authType;
    /// Where the token lies ("vault:…"); empty when the file holds the token itself: see `hasOpenSecret`.
    QString secret;
    bool hasOpenSecret = false;

    friend bool operator==(const DiiaSettings&, const DiiaSettings&) = default;
};

struct ChannelSettings {
    EmailSettings email;
    DiiaSettings diia;

    friend bool operator==(const ChannelSettings&, const ChannelSettings&) = default;
};

/// Reads what is there, aliases and merge keys resolved; never fails, what is odd is a problem (channelchecks.h).
ChannelSettings channelSettings(const YamlDocument& document);

} // namespace nc
