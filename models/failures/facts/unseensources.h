#pragma once

#include "core/seen.h"

namespace nc {

/// Names of what answers about failures rest on beside topics, which go by their own names (`audit-events`).
namespace sources {
inline const QString ledger = QStringLiteral("ledger");
inline const QString groups = QStringLiteral("groups"); ///< consumer groups
inline const QString inbox = QStringLiteral("inbox");
inline const QString schemaRegistry = QStringLiteral("schema-registry");
inline const QString templates = QStringLiteral("templates"); ///< the published ones
} // namespace sources

/// Counts the records of one topic that could not be read while others could.
class UnreadableRecords {
public:
    /// One that could not; the first reason is kept.
    void add(const Error& reason);
    bool isEmpty() const { return m_count == 0; }
    /// Names the topic, with how many of the records that were looked at it is, and the schema registry where that is
    /// what failed.
    void tell(const QString& topic, qint64 scanned, Unseen& unseen) const;

private:
    qint64 m_count = 0;
    Error m_first;
    Unseen m_registry;
};

} // namespace nc
