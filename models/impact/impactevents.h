#pragma once

#include "core/task.h"
#include "core/timetext.h"
#include "kafka/kafkaaccess.h"
#include "templates/template.h"

#include <QJsonObject>
#include <QList>

namespace nc {

/// One recipient of a real event of `user-notifications`, with the data that the service would render with
/// (docs/contracts.md, sections 5 and 6).
struct ImpactEvent {
    qint32 partition = -1;
    qint64 offset = -1;
    EpochMs at = 0;
    QString recipient; ///< id, else address
    QString process; ///< business process instance
    QJsonObject parameters; ///< recipientRoles included
};

struct ImpactEvents {
    QList<ImpactEvent> events; ///< newest first
    qint64 scanned = 0; ///< records looked at
    qsizetype matched = 0; ///< events that used the template, all of them
};

/// The newest `last` events that used the template on its channel (or may have: with the person's own preferences the
/// event does not tell the channels), one for each recipient. Looks at the whole topic. Blocks; any thread. Errors of
/// the connection; errors::unknownTopic.
Result<ImpactEvents> readImpactEvents(
    const KafkaAccess& access, const TemplateKey& key, qsizetype last, const TaskContext& task);

/// The recipients of one event that concern the template; empty when it is about another. For tests.
QList<ImpactEvent> impactEventsIn(const QByteArray& value, const TemplateKey& key);

} // namespace nc
