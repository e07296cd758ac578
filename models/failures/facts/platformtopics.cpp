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
    const QString bare = isDeadLetterTopic(topic) ? topicWithoutSuffix(topic) : topic;
    for (const PlatformTopic& known : topics) {
        if (bare == known.name)
            return known.channel;
    }
    return {};
}

QStringList defaultDeadLetterSuffixes()
{
    static const QStringList all{u".DLT"_s, u"-dlt"_s, u".DLQ"_s, u"-dlq"_s, u".dead_letter"_s};
    return all;
}

bool isDeadLetterTopic(const QString& topic, const QStringList& suffixes)
{
    return !topicWithoutSuffix(topic, suffixes).isEmpty();
}

QString topicWithoutSuffix(const QString& topic, const QStringList& suffixes)
{
    for (const QString& suffix : suffixes) {
        if (topic.size() > suffix.size() && topic.endsWith(suffix))
            return topic.chopped(suffix.size());
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
