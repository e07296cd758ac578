#pragma once

#include "kafka/records/record.h"

#include <QList>
#include <QString>

namespace nc {

struct GroupOffset {
    RecordPlace place; ///< the committed offset: the next record to be read
    QString metadata;
};

struct GroupMember {
    QString clientId;
    QString host;
    QList<RecordPlace> assigned; ///< offset is -1
};

struct GroupInfo {
    QString group;
    QString state;
    QList<GroupMember> members;
    QList<GroupOffset> offsets;
};

} // namespace nc
