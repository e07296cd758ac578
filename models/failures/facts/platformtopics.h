#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nc {

/// Facts about the notification service's topics (docs/contracts.md, section 6).

/// user-notifications, email-notifications, inbox-notifications, diia-notifications.
QStringList serviceTopics();

/// What the service expects in `__TypeId__` of records of `topic`; empty for a topic it does not read.
QByteArray expectedType(const QString& topic);

/// "email", "inbox" or "diia" for a channel's topic itself (not its dead letters), else empty.
QString channelOfTopic(const QString& topic);

/// Where deliveries are audited.
QString auditTopic();
/// Where consoles keep what they did with dead letters.
QString ledgerTopicName();

} // namespace nc
