#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace nc {

/// What ties an event, its channel records, its audits and its dead letter together (docs/contracts.md, section 11:
/// trace ids do not).

/// Of the seven ids of a source: system, application, process, process definition, process instance, activity, activity
/// instance. Empty where neither instance is named, because then it stands for nothing in particular.
QByteArray sourceKey(const QStringList& sevenIds);
/// Of an event's or a channel record's `context`.
QByteArray sourceKeyOf(const QJsonObject& context);

/// Equal for one event wherever it is met: source, template, title, recipients and their own parameters; what the
/// service fills in (channels, roles) does not count. Empty for what is no event with recipients.
QByteArray eventKeyOf(const QJsonObject& event);

/// The recipient's id, else the address on `channel`, else any address.
QString recipientName(const QJsonObject& recipient, const QString& channel = {});
/// The address on one channel; empty where there is none.
QString recipientAddress(const QJsonObject& recipient, const QString& channel);

/// Eight bytes for one recipient and channel of an event, as the ledger keeps them.
inline constexpr qsizetype deliveryKeySize = 8;
QByteArray deliveryKeyOf(const QByteArray& eventKey, const QString& recipient, const QString& channel);

/// Hash of what an inbox message says: SHA-256 of subject, line break and message in UTF-8, so that a database can make
/// it as well.
QByteArray messageHash(const QString& subject, const QString& message);

/// Parameters without what the service adds.
QJsonObject ownParameters(const QJsonObject& recipient);

} // namespace nc
