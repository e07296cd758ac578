#pragma once

#include "core/epochms.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace nc {

/// How an operation ended. `Started` has no end: it runs still, or its program was killed.
enum class JournalResult { Started, Done, Failed, Cancelled, BrokenOff };

/// `started`, `done`, `failed`, `cancelled`, `broken-off`.
QString resultName(JournalResult result);

/// One thing that somebody did with this console (window or command line).
struct JournalEntry {
    QString id = {}; ///< joins its lines
    EpochMs at = 0; ///< when it began
    EpochMs ended = -1;
    QString by = {}; ///< user name
    QString host = {};
    QString program = {}; ///< `notifyctl`, `notification-console`
    QString operation = {}; ///< operationName(); an unknown one of a newer version stays
    QString profile = {};
    QString subject = {}; ///< what it was done to: a topic, a folder, a template
    QString selection = {}; ///< which of it, as it was asked for
    QString reason = {}; ///< why, in the person's words
    JournalResult result = JournalResult::Started;
    qint64 count = -1; ///< how many were changed; -1: not counted
    QString detail = {}; ///< the error's id and detail
    QString run = {}; ///< the ledger's run

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// One line of JSON with its end; everything passes the redactor.
QByteArray encodeJournalEntry(const JournalEntry& entry);
/// Nothing where the line is damaged: cut off, or no entry.
std::optional<JournalEntry> decodeJournalEntry(const QByteArray& line);

} // namespace nc
