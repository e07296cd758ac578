#include "kafka/writing/transactionpartitioner.h"

namespace nc {

quint32 murmur2(QByteArrayView bytes)
{
    constexpr quint32 seed = 0x9747b28c;
    constexpr quint32 m = 0x5bd1e995;
    constexpr int r = 24;
    const auto at = [&bytes](qsizetype i) { return static_cast<quint32>(static_cast<unsigned char>(bytes[i])); };

    quint32 h = seed ^ static_cast<quint32>(bytes.size());
    qsizetype i = 0;
    for (; i + 4 <= bytes.size(); i += 4) {
        quint32 k = at(i) | at(i + 1) << 8 | at(i + 2) << 16 | at(i + 3) << 24;
        k *= m;
        k ^= k >> r;
        k *= m;
        h *= m;
        h ^= k;
    }
    switch (bytes.size() - i) {
    case 3:
        h ^= at(i + 2) << 16;
        [[fallthrough]];
    case 2:
        h ^= at(i + 1) << 8;
        [[fallthrough]];
    case 1:
        h ^= at(i);
        h *= m;
        break;
    default:
        break;
    }
    h ^= h >> 13;
    h *= m;
    h ^= h >> 15;
    return h;
}

qint32 partitionForKey(QByteArrayView key, qint32 partitions)
{
    return static_cast<qint32>((murmur2(key) & 0x7fffffff) % static_cast<quint32>(partitions));
}

} // namespace nc
