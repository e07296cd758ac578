#include "templates/source/template.h"

using namespace Qt::StringLiterals;

namespace nc {

QString channelName(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return u"email"_s;
    case Channel::Inbox:
        return u"inbox"_s;
    case Channel::Diia:
        return u"diia"_s;
    }
    return {};
}

std::optional<Channel> channelFromName(QStringView name)
{
    for (const Channel channel : {Channel::Email, Channel::Inbox, Channel::Diia}) {
        if (name == channelName(channel))
            return channel;
    }
    return {};
}

std::optional<TemplateKey> TemplateKey::fromString(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return {};
    const auto channel = channelFromName(text.first(slash));
    const QStringView name = text.sliced(slash + 1);
    if (!channel || name.isEmpty() || name.contains(u'/') || name == "."_L1 || name == ".."_L1)
        return {};
    return TemplateKey{*channel, name.toString()};
}

QString contentFileName(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return u"notification.ftlh"_s;
    case Channel::Inbox:
        return u"notification.ftl"_s;
    case Channel::Diia:
        return u"notification.diia"_s;
    }
    return {};
}

} // namespace nc
