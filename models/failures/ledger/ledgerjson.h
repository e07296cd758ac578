#pragma once

#include "core/result.h"
#include "failures/ledger/ledgerentry.h"

namespace nc {

/// JSON; the runs in it as base64 of variable-length integers, some bytes a run.
QByteArray encodeLedgerEntry(const LedgerEntry& entry);

/// `bytes` may come from anywhere. errors::ledgerNewer (detail: the version), errors::ledgerUnreadable.
Result<LedgerEntry> decodeLedgerEntry(const QByteArray& bytes);

} // namespace nc
