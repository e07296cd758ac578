#pragma once

#include "failures/ledger/ledgerentry.h"

#include <optional>

namespace nc {

/// Runs as variable-length integers, each relative to the run before it.
QByteArray packRuns(const QList<LedgerRun>& runs);

/// Nothing when the bytes are cut off, hold numbers out of range or targets that are not there.
std::optional<QList<LedgerRun>> unpackRuns(const QByteArray& bytes, qsizetype targets);

} // namespace nc
