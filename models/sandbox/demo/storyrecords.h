#pragma once

#include "kafka/records/record.h"

#include <QList>
#include <QString>

namespace nc::demo {

struct InboxRow {
    QString id;
    QString recipient;
    QString subject;
    QString message;
    bool isAcknowledged = false;
    qint64 at = 0;
};

struct Story {
    QList<Record> records; ///< in the order in which to write them, with the places that they get in empty topics
    QList<InboxRow> inbox;
};

} // namespace nc::demo
