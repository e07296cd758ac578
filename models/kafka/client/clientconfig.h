#pragma once

#include "core/result.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaaccess.h"

#include <QList>

namespace nc {

/// A librdkafka setting that a role needs; stands above what the connection's own settings say.
struct ClientSetting {
    const char* name;
    QByteArray value;
    /// Settings that only newer versions of librdkafka know are left out where they are unknown.
    bool optional = false;
};

/// Turns a connection (docs/contracts.md, section 9) into a configuration for rd_kafka_new. Order: connection, its free
/// settings, `role`. Group ids never get in, except by `role`. errors::kafkaBadSetting names the setting and what is
/// wrong with it (a missing file, an unknown mechanism), never a secret.
Result<ConfHandle> makeClientConfig(const KafkaAccess& access, const QList<ClientSetting>& role);

} // namespace nc
