#pragma once

#include "letters.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

/// One event of the platform as it is met: its dead letter and its audit.
namespace letters {

using namespace Qt::StringLiterals;

/// The dead letter of the same event.
inline nc::Record deadLetter(const QString& process, const QByteArray& templateName = "Nope")
{
    nc::Record record = letters::make(u"user-notifications.DLT"_s, u"user-notifications"_s, 2, 15);
    record.value = R"({"context":{"system":"Low-code Platform","application":"bpms","businessProcess":"proc",)"
                   R"("businessProcessDefinitionId":"proc:1:abc","businessProcessInstanceId":")"
        + process.toUtf8() + R"(","businessActivity":"act","businessActivityInstanceId":"act-1"},)"
        + R"("notification":{"title":null,"templateName":")" + templateName
        + R"(","ignoreChannelPreferences":false},"recipients":[{"id":"ann","channels":[{"channel":"email",)"
          R"("email":"ann@example.test","rnokpp":null}],"parameters":{"name":"Ann","recipientRoles":["citizen"]},)"
          R"("realm":"CITIZEN"},{"id":"bob","channels":null,"parameters":{"name":"Bob"},"realm":"CITIZEN"}]})";
    record.headers.append(
        nc::Header{"__TypeId__", "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto"});
    return record;
}
/// An audit of that event: ann's letter failed for good, or was delivered.
inline nc::Record auditOf(const nc::Record& dead, bool delivered)
{
    const QJsonObject event = QJsonDocument::fromJson(*dead.value).object();
    const QJsonObject context = event["context"_L1].toObject();
    const QJsonObject notification = delivered
        ? QJsonObject{{u"channel"_s, u"email"_s}, {u"subject"_s, u"S"_s}, {u"message"_s, u"M"_s},
            {u"recipient"_s, QJsonObject{{u"id"_s, u"ann"_s}, {u"email"_s, u"ann@example.test"_s}}}}
        : event;
    const QJsonObject inner{{u"result"_s, delivered ? u"SUCCESS"_s : u"FAILURE"_s}, {u"notification"_s, notification},
        {u"delivery"_s,
            QJsonObject{{u"channel"_s, u"email"_s}, {u"status"_s, delivered ? u"SUCCESS"_s : u"FAILURE"_s},
                {u"failureReason"_s, delivered ? QJsonValue() : QJsonValue(u"Template not found"_s)}}},
        {u"action"_s, u"SEND_USER_NOTIFICATION"_s}, {u"step"_s, u"AFTER"_s}};
    const QJsonObject outer{{u"request_id"_s, u"r"_s}, {u"application_name"_s, u"x"_s},
        {u"name"_s, u"SEND_USER_NOTIFICATION"_s}, {u"source_system"_s, context["system"_L1]},
        {u"source_application"_s, context["application"_L1]},
        {u"source_business_process"_s, context["businessProcess"_L1]},
        {u"source_business_process_definition_id"_s, context["businessProcessDefinitionId"_L1]},
        {u"source_business_process_instance_id"_s, context["businessProcessInstanceId"_L1]},
        {u"source_business_activity"_s, context["businessActivity"_L1]},
        {u"source_business_activity_id"_s, context["businessActivityInstanceId"_L1]}, {u"type"_s, u"SYSTEM_EVENT"_s},
        {u"timestamp"_s, QDateTime::currentMSecsSinceEpoch()},
        {u"context"_s, QString::fromUtf8(QJsonDocument(inner).toJson(QJsonDocument::Compact))}};
    nc::Record record;
    record.topic = u"audit-events"_s;
    record.partition = 2;
    record.value = QJsonDocument(outer).toJson(QJsonDocument::Compact);
    return record;
}

} // namespace letters
