#pragma once

#include "kafka/client/kafkaaccess.h"
#include "postgres/databasetarget.h"

#include <QString>

#include <optional>

namespace nc {

/// What is needed to judge.
struct JudgeAccess {
    KafkaAccess kafka;
    QString localLedger;
    std::optional<DatabaseTarget> database; ///< nothing: the profile has none
    QString serviceVersion; ///< of the service that reads what is sent; empty: the newest that is known
    QString registry; ///< clone of the registry's configuration; empty: none
};

} // namespace nc
