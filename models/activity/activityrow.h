#pragma once

#include "core/timetext.h"

#include <QString>

namespace nc {

/// One thing that was done with this registry: by this console (journal), by somebody else's (ledger), or both.
struct ActivityRow {
    EpochMs at = 0;
    QString by; ///< user name
    QString host;
    QString program; ///< empty where only the ledger tells of it
    QString operation; ///< operationName()
    QString profile;
    QString subject;
    QString selection;
    QString reason;
    QString result; ///< resultName()
    qint64 count = -1; ///< -1: not counted
    QString detail;
    QString run; ///< the ledger's run
    bool inLedger = false; ///< the ledger of the cluster has it

    friend bool operator==(const ActivityRow&, const ActivityRow&) = default;
};

} // namespace nc
