#pragma once

#include "channels/channelsettings.h"

#include <QList>
#include <QString>

namespace nc {

/// One object of the cluster as YAML text. Values of secrets are never in it, only that there is one.
struct ClusterResource {
    QString kind; ///< ConfigMap, Secret, ServiceEntry
    QString name;
    QString yaml;

    friend bool operator==(const ClusterResource&, const ClusterResource&) = default;
};

/// What the settings result in (docs/contracts.md, "Channel settings" and "The network around it"): the ConfigMap, its
/// Secret, and a ServiceEntry for each host outside the cluster. A preview: the platform's charts make the real ones.
QList<ClusterResource> clusterResources(const ChannelSettings& settings);

} // namespace nc
