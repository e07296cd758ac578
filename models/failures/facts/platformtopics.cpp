#include "failures/facts/platformtopics.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct PlatformTopic {
    QLatin1StringView name;
    const char* type; ///< behind the common package
    QLatin1StringView channel;
};

constexpr PlatformTopic topics[] = {
    {"user-notifications"_L1, "UserNotificationMessageDto", ""_L1},
    {"email-notifications"_L1, "email.EmailNotificationMessageDto", "email"_L1},
    {"inbox-notifications"_L1, "inbox.InboxNotificationMessageDto", "inbox"_L1},
    {"diia-notifications"_L1, "diia.DiiaNotificationMessageDto", "diia"_L1},
};

} // namespace

QStringList serviceTopics()
{
    // Asked for every record of a topic.
    static const QStringList all = [] {
        QStringList names;
        for (const PlatformTopic& topic : topics)
            names.append(topic.name);
        return names;
    }();
    return all;
}

QByteArray expectedType(const QString& topic)
{
    for (const PlatformTopic& known : topics) {
        if (topic == known.name)
            return QByteArray("com.epam.digital.data.platform.notification.dto.") + known.type;
    }
    return {};
}

QString channelOfTopic(const QString& topic)
{
    for (const PlatformTopic& known : topics) {
        if (topic == known.name)
            return known.channel;
    }
    return {};
}

QString auditTopic()
{
    return u"audit-events"_s;
}

QString ledgerTopicName()
{
    return u"notification-console.ledger"_s;
}

} // namespace nc
