#pragma once

#include "connections/clonestate.h"
#include "connections/profileaccess.h"
#include "core/epochms.h"
#include "core/result.h"
#include "failures/verdicts/causefinder.h"
#include "kafka/reading/recordtimeline.h"

#include <QStringList>

/// What the cards of the overview show, gathered off the GUI thread. All functions block and can be cancelled.
namespace nc::overview {

struct KafkaFacts {
    qsizetype brokers = 0;
    qsizetype topics = 0;
    qint64 records = 0;
    QStringList leaderless; ///< topics with a partition that has no leader
    QStringList deadLetterTopics;
};
Result<KafkaFacts> kafkaFacts(ProfileAccess& access, const QStringList& suffixes, const TaskContext& task);

struct DatabaseFacts {
    QString name;
    QString version;
    qsizetype templates = 0;
};
Result<DatabaseFacts> databaseFacts(ProfileAccess& access, const TaskContext& task);

struct DeadLetterFacts {
    QList<EpochMs> days; ///< starts of the last days, local time
    QList<RecordTimeline> topics; ///< those that hold records, the fullest first
    qsizetype empty = 0; ///< dead-letter topics without records
    qint64 total = 0;
    qint64 open = 0; ///< neither replayed nor discarded; as many as there are when the ledger cannot be read
    qint64 today = 0;
};
Result<DeadLetterFacts> deadLetterFacts(ProfileAccess& access, const QStringList& suffixes, const TaskContext& task);

/// What failed without a dead letter.
struct SilentFacts {
    bool audited = false; ///< there is a topic audit-events
    qint64 all = 0;
    qint64 open = 0;
    QList<std::pair<qint64, DeliveryCause>> causes; ///< the largest open groups
    QList<EpochMs> days; ///< starts of the last days, local time
    QMap<QString, QList<qint64>> counts; ///< by channel: one for each of `days`
};
/// Where the service does not say why, the published template is filled in with the event's own data; `memory` keeps
/// what was filled in, so that the next count costs nothing.
Result<SilentFacts> silentFacts(
    ProfileAccess& access, const QString& localLedger, std::shared_ptr<RenderMemory> memory, const TaskContext& task);

struct ChannelFacts {
    int errors = 0;
    int warnings = 0;
    QString email; ///< "internal", "external: host:port", empty: not set
    QString diia; ///< URL; empty: not set
};
Result<ChannelFacts> channelFacts(const QString& registryFolder, const TaskContext& task);

struct TemplateFacts {
    qsizetype all = 0; ///< directories
    qsizetype fresh = 0; ///< would be created
    qsizetype changed = 0; ///< would be updated
    qsizetype databaseOnly = 0;
    qsizetype blocked = 0; ///< cannot be published as they are
};
Result<TemplateFacts> templateFacts(ProfileAccess& access, const TaskContext& task);

} // namespace nc::overview
