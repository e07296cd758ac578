#pragma once

#include <QList>
#include <QString>

namespace nc {

struct BrokerInfo {
    qint32 id = -1;
    QString host;
    int port = 0;
};

struct ClusterInfo {
    QString id;
    qint32 controller = -1;
    QList<BrokerInfo> brokers;
};

} // namespace nc
