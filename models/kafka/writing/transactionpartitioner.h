#pragma once

#include <QByteArrayView>

#include <optional>

namespace nc {

/// The hash of Java's default partitioner, as librdkafka calls it: murmur2.
quint32 murmur2(QByteArrayView bytes);

/// The partition that Java's partitioner (librdkafka's murmur2_random) gives to a record with this key; an empty key is
/// a key. `partitions` > 0.
qint32 partitionForKey(QByteArrayView key, qint32 partitions);

} // namespace nc
