#pragma once

#include "kafka/records/record.h"
#include "sandbox/demo/demodata.h"

#include <optional>

namespace nc::demo {

struct InboxRow {
    QString id;
    QString recipient; ///< as the identity service calls them
    QString subject;
    QString message;
    bool isAcknowledged = false;
    qint64 at = 0;
};

struct Story {
    QList<Record> records; ///< in the order in which to write them, with the places that they get in empty topics
    QList<InboxRow> inbox;
};

/// What the story tells; the figures stand in the documents and in tests.
namespace figures {
inline constexpr int delivered = 2600; ///< events that went well
inline constexpr int byAddress = 90; ///< letters to an address, no citizen known
inline constexpr int diia = 60; ///< put into diia-notifications directly
inline constexpr int unpublished = 104; ///< silent: application-decided is not there for email
inline constexpr int unpublishedLate = 9; ///< of these, older than three days
inline constexpr int missingVariable = 8; ///< silent: fee-reminder without dueDate
inline constexpr int refused = 36; ///< dead: the mail server refused
inline constexpr int poison = 2; ///< dead: cut off by its producer
inline constexpr int unknownUser = 4; ///< dead: no such user; one of them sent back carelessly and dead again
} // namespace figures

/// Tells the last four days before `now`. The same seed and time give the same story. `auditSchema` is the id under
/// which the registry knows the schema of audit-events; without it audit records are JSON text.
Story tellStory(const DemoData& data, qint64 now, quint32 seed, int partitions, std::optional<qint32> auditSchema);

} // namespace nc::demo
