#pragma once

#include "failures/ledger/ledgerentry.h"

namespace nc {

/// What the ledger says about one record.
struct LedgerMark {
    LedgerAction action = LedgerAction::Replayed;
    qsizetype entry = -1; ///< index into LedgerIndex::entries(); a greater one is a later one
    RecordPlace target; ///< where it went, if it was sent
    qint32 returns = 0;
};

} // namespace nc
