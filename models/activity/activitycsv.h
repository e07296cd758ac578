#pragma once

#include "activity/activityrow.h"

#include <QByteArray>

namespace nc {

/// The header line of activityCsv().
QByteArray activityCsvHeader();
/// One line as RFC 4180 wants it: at, by, host, program, operation, profile, subject, result, reason, count, selection,
/// detail, run, inLedger. A field that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray activityCsv(const ActivityRow& row);

} // namespace nc
