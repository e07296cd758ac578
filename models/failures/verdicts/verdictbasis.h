#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace nc {

class ClusterAdmin;
struct DatabaseTarget;
struct TaskContext;

struct PublishedContent {
    bool hasTitle = false;
    QByteArray content;
};

/// The published templates by `channel/name`, read once.
using PublishedContents = QHash<QString, PublishedContent>;

/// What verdicts are based on beside the published templates.
struct VerdictBasis {
    QString serviceVersion; ///< empty: the newest whose rules are known
    /// `max.message.bytes` of topics; those that are missing here are not known. Nothing: nobody looked.
    std::optional<QHash<QString, qint64>> topicLimits;
    /// What is wrong with a channel's settings in the registry's configuration. It need not be what the cluster runs,
    /// so it stands among the reasons and decides nothing.
    QHash<QString, Error> channelProblems;
};

/// Blocks; opens a connection of its own. Errors of Connection and TemplateStore.
Result<PublishedContents> readPublishedContents(const DatabaseTarget& target, const TaskContext& task);

/// Asks the cluster for the limits of the service's topics; those that do not exist are missing from the answer.
Result<QHash<QString, qint64>> readTopicLimits(ClusterAdmin& admin, const TaskContext& task);

} // namespace nc
