#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace nc {

enum class Channel { Email, Inbox, Diia };

/// `email`, `inbox`, `diia`: names of directories and the database's column.
QString channelName(Channel channel);
std::optional<Channel> channelFromName(QStringView name);

/// What a template is known by: its name is unique within its channel.
struct TemplateKey {
    Channel channel = Channel::Email;
    QString name;

    /// `email/Letter`, as the command line writes it.
    QString toString() const { return channelName(channel) + u'/' + name; }
    static std::optional<TemplateKey> fromString(QStringView text);

    friend bool operator<(const TemplateKey& a, const TemplateKey& b)
    {
        return a.channel != b.channel ? a.channel < b.channel : a.name < b.name;
    }
    friend bool operator==(const TemplateKey&, const TemplateKey&) = default;
};

/// Name of the file that holds the text of a template of this channel, and of the one beside it.
QString contentFileName(Channel channel);
inline QString metadataFileName()
{
    return QStringLiteral("notification.yml");
}

} // namespace nc
